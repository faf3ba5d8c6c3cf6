package dev.cadastre.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All fields that queries may use. Immutable. */
public final class Fields {
    private final List<Field> all;
    private final Map<String, Field> byName;

    private Fields(List<Field> all, Map<String, Field> byName) {
        this.all = all;
        this.byName = byName;
    }

    /**
     * These fields; their order is that in which they are offered.
     *
     * @throws IllegalArgumentException if two claim one name, or if one takes nothing at all or
     *     compares what is named but takes no names; says all of that at once
     */
    public static Fields of(Collection<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Field field : fields) {
            faults.addAll(faults(field));
            for (String name : field.allNames()) {
                Field other = byName.putIfAbsent(name, field);
                if (other != null) {
                    faults.add(name + " is claimed by " + other.name() + " and " + field.name());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new Fields(List.copyOf(fields), byName);
    }

    /** These fields. */
    public static Fields of(Field... fields) {
        return of(List.of(fields));
    }

    /** These fields and those of another owner; conflicts are refused as in {@link #of}. */
    public Fields and(Collection<Field> others) {
        List<Field> joined = new ArrayList<>(all);
        joined.addAll(others);
        return of(joined);
    }

    private static List<String> faults(Field field) {
        if (!field.isNamed() && !field.comparisons().exist()) {
            return List.of(field.name() + " takes neither names nor comparisons");
        }
        if (!field.isNamed() && field.comparisons().subject() == Comparisons.Subject.NAMED) {
            return List.of(field.name() + " compares what is named, but takes no names");
        }
        return List.of();
    }

    /** In the order in which they were given. */
    public List<Field> all() {
        return all;
    }

    /** The field of that name or alias; null if there is none. */
    public @Nullable Field find(String name) {
        return byName.get(name);
    }

    Set<String> names() {
        return byName.keySet();
    }
}
