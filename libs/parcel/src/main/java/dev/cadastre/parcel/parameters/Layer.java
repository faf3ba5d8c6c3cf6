package dev.cadastre.parcel.parameters;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values from one place: an environment, a group, a host, a file, the command line.
 *
 * @param name what it is called to people, as {@code group web}
 * @param hasOthers whether it may have keys that are no parameters; otherwise these are problems
 * @param values by the names of parameters; unmodifiable
 */
public record Layer(String name, boolean hasOthers, SortedMap<String, Given> values) {

    /** Keeps a copy of the values. */
    public Layer {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** One that is there for this app alone, such as a file: it has parameters and nothing else. */
    public static Layer of(String name, Map<String, Given> values) {
        return new Layer(name, false, new TreeMap<>(values));
    }

    /** One that is there for all apps, such as a section of the estate file. */
    public static Layer ofEstate(String name, Map<String, Given> values) {
        return new Layer(name, true, new TreeMap<>(values));
    }
}
