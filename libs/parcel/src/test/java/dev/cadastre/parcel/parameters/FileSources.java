package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Section;
import java.util.Optional;

/** Tells what an INI file has in its sections {@code fact}, {@code estate}, {@code requirement}. */
final class FileSources implements Sources {

    private final IniDocument document;

    FileSources(String text) {
        document = IniParser.parse("sources.ini", text).document();
    }

    private Optional<Given> find(String kind, String key) {
        Section section = document.section(kind);
        Entry entry = section == null ? null : section.entry(key);
        return Optional.ofNullable(entry)
                .map(found ->
                        Given.text(found.rawValue(), new Origin("sources.ini", found.line())));
    }

    @Override
    public Optional<Given> fact(String name) {
        return find("fact", name);
    }

    @Override
    public Optional<Given> estate(String key) {
        return find("estate", key);
    }

    @Override
    public Optional<Given> requirement(String binding, String key) {
        return find("requirement", binding + "." + key);
    }

    @Override
    public Given generated(String parameter, int length) {
        return Given.text("x".repeat(length), new Origin("generated", 0));
    }
}
