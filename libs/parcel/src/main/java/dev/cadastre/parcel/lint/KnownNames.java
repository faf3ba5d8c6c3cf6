package dev.cadastre.parcel.lint;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.parameters.Parameter;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterType;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changes and templates of a parcel are given: parameters, what is given to all, and what
 * providers tell, of which nobody knows the names beforehand. Immutable.
 *
 * @param names those that are known
 * @param lists those of them that have members
 * @param bindings what the others begin with
 */
record KnownNames(Set<String> names, Set<String> lists, Set<String> bindings) {

    private static final Pattern OF_LIST = Pattern.compile("(?<list>.+)\\.(count|[0-9]{1,4})");

    KnownNames {
        names = Set.copyOf(names);
        lists = Set.copyOf(lists);
        bindings = Set.copyOf(bindings);
    }

    static KnownNames of(ParcelContents contents) {
        Set<String> names = new HashSet<>(ParcelDefinition.GIVEN);
        Set<String> lists = new HashSet<>();
        for (ParameterSchema schema : contents.schemas()) {
            names.addAll(schema.names());
            schema.parameters().values().stream()
                    .filter(parameter -> parameter.type() == ParameterType.ARRAY)
                    .map(Parameter::name)
                    .forEach(lists::add);
        }
        return new KnownNames(names, lists, contents.definition().requires().keySet());
    }

    /** These and others. */
    KnownNames with(Set<String> more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(more);
        return new KnownNames(all, lists, bindings);
    }

    /** Whether something has, or may have, that name. */
    boolean has(String name) {
        int dot = name.indexOf('.');
        Matcher ofList = OF_LIST.matcher(name);
        return names.contains(name)
                || (ofList.matches() && lists.contains(ofList.group("list")))
                || (dot > 0 && bindings.contains(name.substring(0, dot)));
    }

    /** Whether something that has members has, or may have, that name. */
    boolean hasList(String name) {
        return lists.contains(name) || bindings.contains(name) || has(name + ".count");
    }
}
