package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Lookup;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks values up as the estate file defines it: a host's in its own section, its groups, its
 * environment and DEFAULT; those of any other section in it and DEFAULT.
 */
final class EstateLookup implements Lookup {
    private final Sections sections;
    private final Map<String, Place> places;
    private final Map<String, List<Level>> scopes = new LinkedHashMap<>();

    EstateLookup(Sections sections, Map<String, Place> places) {
        this.sections = sections;
        this.places = Collections.unmodifiableMap(places);
        scopes.put(IniDocument.DEFAULT, List.of(sections.defaults()));
        for (SectionKind kind : SectionKind.values()) {
            sections.all(kind)
                    .forEach((name, level) -> scopes.put(kind.section(name), inOrder(level)));
        }
        places.forEach(
                (name, place) -> scopes.put(SectionKind.HOST.section(name), place.inOrder()));
    }

    private List<Level> inOrder(Level level) {
        return List.of(level, sections.defaults());
    }

    Sections sections() {
        return sections;
    }

    /** The places of all hosts by name, in the order of the file. */
    Map<String, Place> places() {
        return places;
    }

    @Override
    public @Nullable Binding find(String scope, String key) {
        for (Level level : scopes.getOrDefault(scope, List.of())) {
            Binding binding = level.binding(key);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    @Override
    public boolean hasScope(String scope) {
        return scopes.containsKey(scope);
    }

    @Override
    public Collection<String> scopes() {
        return Collections.unmodifiableSet(scopes.keySet());
    }

    @Override
    public Collection<String> keys(String scope) {
        Set<String> keys = new LinkedHashSet<>();
        for (Level level : scopes.getOrDefault(scope, List.of())) {
            keys.addAll(level.section().entries().keySet());
        }
        return keys;
    }
}
