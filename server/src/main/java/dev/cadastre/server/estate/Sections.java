package dev.cadastre.server.estate;

import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Spelling;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sections of an estate file by what they define, and what the API added to them. */
final class Sections {
    private final Level defaults;
    private final Map<SectionKind, Map<String, Level>> byKind = new EnumMap<>(SectionKind.class);

    private Sections(Level defaults) {
        this.defaults = defaults;
        for (SectionKind kind : SectionKind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
    }

    /**
     * Sorts the sections; what the file defines hides what was added under the same name, which
     * hosts have in whatever case.
     */
    static Sections of(IniDocument document, Additions additions, Problems problems) {
        Sections sections = new Sections(new Level(document.file(), document.defaults()));
        document.sections()
                .values()
                .forEach(section -> sections.add(document.file(), section, problems));
        additions.levels().forEach((kind, levels) -> sections.addUnlessHidden(kind, levels));
        return sections;
    }

    private void addUnlessHidden(SectionKind kind, Map<String, Level> added) {
        Map<String, Level> present = of(kind);
        Set<String> taken = new HashSet<>();
        present.keySet().forEach(name -> taken.add(identity(kind, name)));
        added.forEach((name, level) -> {
            if (taken.add(identity(kind, name))) {
                present.put(name, level);
            }
        });
    }

    private static String identity(SectionKind kind, String name) {
        return kind == SectionKind.HOST ? name.toLowerCase(Locale.ROOT) : name;
    }

    private void add(String file, Section section, Problems problems) {
        String[] words = section.name().split(" ", -1);
        SectionKind kind = SectionKind.ofWord(words[0]);
        if (kind == null) {
            unknownKind(section, words, problems);
        } else if (words.length != 2 || !Name.isValid(words[1])) {
            badName(section, kind, problems);
        } else if (kind == SectionKind.ENVIRONMENT && words[1].equals(Environment.UNASSIGNED)) {
            problems.error(
                    section.line(),
                    1,
                    "estate.reserved-name",
                    "'unassigned' stands for hosts without an environment and cannot be one",
                    "choose another name");
        } else {
            of(kind).put(words[1], new Level(file, section));
        }
    }

    private static void unknownKind(Section section, String[] words, Problems problems) {
        String close = Spelling.closest(words[0], SectionKind.words());
        problems.error(
                section.line(),
                1,
                "estate.unknown-kind",
                Quoted.of("[" + section.name() + "]") + " is no kind of section that is known",
                close == null
                        ? "write [DEFAULT], [team NAME], [environment NAME], [group NAME], [host"
                                + " NAME], [rule NAME], [product NAME], [monitor NAME] or"
                                + " [monitor-template NAME]"
                        : "did you mean [%s %s]?".formatted(close, nameIn(words)));
    }

    private static String nameIn(String[] words) {
        return words.length == 2 && Name.isValid(words[1]) ? words[1] : "NAME";
    }

    private static void badName(Section section, SectionKind kind, Problems problems) {
        problems.error(
                section.line(),
                1,
                "estate.bad-name",
                "%s does not name one %s"
                        .formatted(Quoted.of("[" + section.name() + "]"), kind.word()),
                "write [%s NAME] with one space; in names %s".formatted(kind.word(), Name.RULE));
    }

    Level defaults() {
        return defaults;
    }

    /** By name, in the order of the file, added ones last. */
    Map<String, Level> all(SectionKind kind) {
        return Collections.unmodifiableMap(of(kind));
    }

    @Nullable Level find(SectionKind kind, String name) {
        return of(kind).get(name);
    }

    private Map<String, Level> of(SectionKind kind) {
        return byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    }
}
