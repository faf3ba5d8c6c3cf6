package dev.cadastre.ini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section with the entries that stand in it, inherited ones not included.
 *
 * @param name what stands between the brackets, unchanged: {@code [ a ]} is named {@code " a "}
 * @param line the line of the header, counted from 1; 0 for a DEFAULT section that is not written
 * @param entries the entries by key, in the order of the file; unmodifiable
 */
public record Section(String name, int line, Map<String, Entry> entries) {
    /** Keeps a copy of the entries. */
    public Section {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The entry with that key, given in any case; null when the section itself has none. */
    public @Nullable Entry entry(String key) {
        return entries.get(Keys.normal(key));
    }
}
