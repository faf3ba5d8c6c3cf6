package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Section;
import org.jspecify.annotations.Nullable;

/** A section together with the file it stands in: one of the places where a value is looked up. */
record Level(String file, Section section) {
    @Nullable Binding binding(String key) {
        Entry entry = section.entries().get(key);
        return entry == null ? null : new Binding(file, section.name(), entry);
    }

    /** Whether it stands in the estate file; otherwise it was added by API. */
    boolean isInFile() {
        return section.line() > 0;
    }

    /** Where the section begins. */
    Origin origin() {
        return new Origin(file, section.name(), "", section.line());
    }
}
