package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.Lookup;
import dev.cadastre.ini.Substitution;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts values in where a text refers to them: they are names by themselves, of no section. */
final class References {

    /** How a value is found by its name; null if there is none. */
    @FunctionalInterface
    interface Values {
        @Nullable String find(String name);
    }

    private References() {}

    /** Expands an entry; what is put in is not looked at again. */
    static Expansion expand(String file, String section, Entry entry, Values values) {
        return Substitution.expand(
                new Named(section, values), section, new Binding(file, section, entry));
    }

    /** One scope: a reference to a section finds nothing. */
    private record Named(String section, Values values) implements Lookup {

        @Override
        public @Nullable Binding find(String scope, String key) {
            String value = scope.equals(section) ? values.find(key) : null;
            return value == null
                    ? null
                    : new Binding("", "", new Entry(key, value.replace("$", "$$"), 0, 0));
        }

        @Override
        public boolean hasScope(String scope) {
            return scope.equals(section);
        }

        @Override
        public Collection<String> scopes() {
            return List.of();
        }

        @Override
        public Collection<String> keys(String scope) {
            return List.of();
        }
    }
}
