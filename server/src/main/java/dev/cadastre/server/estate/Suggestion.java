package dev.cadastre.server.estate;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;

/** What to do about a name that nothing has. */
final class Suggestion {
    private Suggestion() {}

    static String of(SectionKind kind, String name, Sections sections) {
        String close = Spelling.closest(name, sections.all(kind).keySet());
        if (close != null) {
            return "did you mean " + Quoted.of(close) + "?";
        }
        return Name.isValid(name)
                ? "define it by a section [" + kind.section(name) + "]"
                : "write the name of one that is; in names " + Name.RULE;
    }
}
