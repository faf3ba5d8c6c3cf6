package dev.cadastre.parcel.lint;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import java.util.HashSet;
import java.util.Set;

/**
 * What changes and templates of a parcel are given: parameters, what is given to all, and what
 * providers tell, of which nobody knows the names beforehand. Immutable.
 *
 * @param names those that are known
 * @param bindings what the others begin with
 */
record KnownNames(Set<String> names, Set<String> bindings) {

    KnownNames {
        names = Set.copyOf(names);
        bindings = Set.copyOf(bindings);
    }

    static KnownNames of(ParcelContents contents) {
        Set<String> names = new HashSet<>(ParcelDefinition.GIVEN);
        contents.schemas().forEach(schema -> names.addAll(schema.names()));
        return new KnownNames(names, contents.definition().requires().keySet());
    }

    /** Whether something has, or may have, that name. */
    boolean has(String name) {
        int dot = name.indexOf('.');
        return names.contains(name) || (dot > 0 && bindings.contains(name.substring(0, dot)));
    }
}
