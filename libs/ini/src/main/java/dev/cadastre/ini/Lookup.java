package dev.cadastre.ini;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries that references mean. A scope is what a value is seen from: {@code ${key}}
 * looks in the scope of the value that contains it, {@code ${name:key}} in the scope {@code name}.
 * Which sections a scope draws on, and in which order, is up to the implementation.
 */
public interface Lookup {
    /**
     * The entry that the key has when seen from the scope; null when there is none, or no such
     * scope.
     *
     * @param key in lower case
     */
    @Nullable Binding find(String scope, String key);

    /** Whether there is a scope of exactly that name. */
    boolean hasScope(String scope);

    /** All scopes, to suggest one when a name is misspelt. */
    Collection<String> scopes();

    /** All keys seen from a scope, to suggest one when a key is misspelt. */
    Collection<String> keys(String scope);
}
