package dev.cadastre.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What lines about packages were found to mean, for the lines that came last: hosts say mostly what
 * they, or others, said before. A line is found by its whole text, so that no host can change what
 * the line of another one means. Holds {@value #LINES} lines of at most {@value #LONGEST}
 * characters, which is about 15 MB, and never more than 60. Thread-safe.
 */
public final class UnderstoodLines {

    private static final int LINES = 20_000;
    private static final int LONGEST = 500;

    private final Map<String, PackageLine> lines =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PackageLine> eldest) {
                    return size() > LINES;
                }
            };

    /** Nothing is understood yet. */
    public UnderstoodLines() {}

    /**
     * What a line means.
     *
     * @param type of which packages it tells
     * @param reader understands it by nothing but its text
     */
    PackageLine of(PackageType type, String line, Function<String, PackageLine> reader) {
        if (line.length() > LONGEST) {
            return reader.apply(line);
        }
        PackageLine known = find(line);
        if (known == null || known.type() != type) {
            known = reader.apply(line);
            keep(line, known);
        }
        return known;
    }

    private synchronized @Nullable PackageLine find(String line) {
        return lines.get(line);
    }

    private synchronized void keep(String line, PackageLine meaning) {
        lines.put(line, meaning);
    }
}
