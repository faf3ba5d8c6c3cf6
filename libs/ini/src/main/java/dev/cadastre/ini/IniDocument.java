package dev.cadastre.ini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file's sections in the order of the file.
 *
 * @param file the name of the file as it was given to the reader
 * @param defaults the section DEFAULT, which every other one inherits from; empty when not written
 * @param sections the other sections by name, in the order of the file; unmodifiable
 */
public record IniDocument(String file, Section defaults, Map<String, Section> sections) {
    /** The name of the section that all others inherit from. */
    public static final String DEFAULT = "DEFAULT";

    /** Keeps a copy of the sections. */
    public IniDocument {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** The section of exactly that name, DEFAULT included; null when the file has none. */
    public @Nullable Section section(String name) {
        return name.equals(DEFAULT) ? defaults : sections.get(name);
    }

    /**
     * Finds values as {@code configparser} does: in the section named by the scope, then DEFAULT.
     */
    public Lookup lookup() {
        return new SectionLookup(this);
    }

    /**
     * The value of a key in a section or inherited by it, with everything substituted.
     *
     * @return null when neither the section nor DEFAULT has the key, or there is no such section
     */
    public @Nullable Expansion value(String section, String key) {
        Lookup lookup = lookup();
        Binding binding = lookup.find(section, Keys.normal(key));
        return binding == null ? null : Substitution.expand(lookup, section, binding);
    }
}
