package dev.cadastre.ini;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section of the scope's name first, then DEFAULT. */
record SectionLookup(IniDocument document) implements Lookup {
    @Override
    public @Nullable Binding find(String scope, String key) {
        Section section = document.section(scope);
        if (section == null) {
            return null;
        }
        Binding own = in(section, key);
        return own == null ? in(document.defaults(), key) : own;
    }

    private @Nullable Binding in(Section section, String key) {
        Entry entry = section.entries().get(key);
        return entry == null ? null : new Binding(document.file(), section.name(), entry);
    }

    @Override
    public boolean hasScope(String scope) {
        return document.section(scope) != null;
    }

    @Override
    public Collection<String> scopes() {
        return document.sections().keySet();
    }

    @Override
    public Collection<String> keys(String scope) {
        Set<String> keys = new LinkedHashSet<>();
        Section section = document.section(scope);
        if (section != null) {
            keys.addAll(section.entries().keySet());
            keys.addAll(document.defaults().entries().keySet());
        }
        return keys;
    }
}
