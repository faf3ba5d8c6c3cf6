package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks values up as the estate file defines it: a host's in its own section, its groups, its
 * environment and DEFAULT; those of any other section in it and DEFAULT.
 */
record EstateLookup(Sections sections, Map<String, Place> places) implements Lookup {
    @Override
    public @Nullable Binding find(String scope, String key) {
        for (Level level : levels(scope)) {
            Binding binding = level.binding(key);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    @Override
    public boolean hasScope(String scope) {
        return !levels(scope).isEmpty();
    }

    @Override
    public Collection<String> scopes() {
        List<String> scopes = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            sections.all(kind).keySet().forEach(name -> scopes.add(kind.section(name)));
        }
        return scopes;
    }

    @Override
    public Collection<String> keys(String scope) {
        Set<String> keys = new LinkedHashSet<>();
        levels(scope).forEach(level -> keys.addAll(level.section().entries().keySet()));
        return keys;
    }

    private List<Level> levels(String scope) {
        if (scope.equals(IniDocument.DEFAULT)) {
            return List.of(sections.defaults());
        }
        int space = scope.indexOf(' ');
        SectionKind kind = space < 0 ? null : SectionKind.ofWord(scope.substring(0, space));
        return kind == null ? List.of() : levels(kind, scope.substring(space + 1));
    }

    private List<Level> levels(SectionKind kind, String name) {
        Place place = kind == SectionKind.HOST ? places.get(name) : null;
        if (place != null) {
            return Stream.concat(place.levels().stream(), Stream.of(place.implied())).toList();
        }
        Level level = sections.find(kind, name);
        return level == null ? List.of() : List.of(level, sections.defaults());
    }
}
