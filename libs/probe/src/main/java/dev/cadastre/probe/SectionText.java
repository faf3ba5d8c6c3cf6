package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a section's commands and files said, before anybody has understood it.
 *
 * @param section the section
 * @param sources lines by the file or command that they are from; {@code ""} for what is from
 *     neither; blank lines are left out
 */
record SectionText(Section section, Map<String, List<String>> sources) {

    private static final String SKIPPED = "skipped: ";
    private static final int MOST_SKIPPED = 20;

    /** The lines from that source, none if it is not there. */
    List<String> lines(String source) {
        return sources.getOrDefault(source, List.of());
    }

    /** The first line from that source, cleaned and trimmed; null if there is none. */
    @Nullable String first(String source) {
        List<String> lines = lines(source);
        return lines.isEmpty() ? null : Cleaned.value(lines.get(0));
    }

    boolean has(String source) {
        return sources.containsKey(source);
    }

    /** The last line of all that does not look like data, in which a tool says why it failed. */
    @Nullable String complaint() {
        String complaint = null;
        for (List<String> lines : sources.values()) {
            for (String line : lines) {
                if (line.indexOf('\t') < 0) {
                    complaint = line;
                }
            }
        }
        return Cleaned.value(complaint);
    }

    /** What the probe did not look at, and why, for a person. */
    Optional<String> skipped() {
        List<String> skipped =
                lines("").stream()
                        .filter(line -> line.startsWith(SKIPPED))
                        .map(line -> line.substring(SKIPPED.length()))
                        .limit(MOST_SKIPPED)
                        .toList();
        return skipped.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        Cleaned.value("Not looked at: " + String.join(", ", skipped)));
    }

    /** Collects a section's lines in the order in which they come. */
    static final class Collector {
        private static final int MOST_SOURCES = 20_000;

        private final Section section;
        private final Map<String, List<String>> sources = new LinkedHashMap<>();
        private List<String> current = new ArrayList<>();

        Collector(Section section) {
            this.section = section;
            sources.put("", current);
        }

        Section section() {
            return section;
        }

        /** Lines are of that source from now on; false if there are too many and they are lost. */
        boolean source(String name) {
            boolean room = sources.size() < MOST_SOURCES || sources.containsKey(name);
            current =
                    room
                            ? sources.computeIfAbsent(name, unused -> new ArrayList<>())
                            : new ArrayList<>();
            return room;
        }

        void line(String text) {
            if (!text.isBlank()) {
                current.add(text);
            }
        }

        /** A tool that was killed may have been in the middle of its last line. */
        void dropLastLine() {
            if (!current.isEmpty()) {
                current.remove(current.size() - 1);
            }
        }

        SectionText collected() {
            return new SectionText(section, sources);
        }
    }
}
