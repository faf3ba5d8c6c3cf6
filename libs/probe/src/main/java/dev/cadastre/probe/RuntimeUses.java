package dev.cadastre.probe;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the processes on one runtime by name, daemon and user. */
final class RuntimeUses {

    private record Key(String process, @Nullable String daemon, long uid) {}

    private static final Comparator<Key> ORDER =
            comparing(Key::process)
                    .thenComparing(Key::daemon, nullsFirst(naturalOrder()))
                    .thenComparingLong(Key::uid);

    /** A host can choose names of equal hash codes, but not how they compare. */
    private final Map<Key, Integer> counts = new TreeMap<>(ORDER);

    void add(String process, String daemon, long uid) {
        String name = Cleaned.value(process);
        String unit = Cleaned.value(daemon);
        counts.merge(
                new Key(name == null ? "?" : name, "-".equals(unit) ? null : unit, uid),
                1,
                Integer::sum);
    }

    List<InstalledRuntime.Use> list() {
        return counts.entrySet().stream()
                .map(e ->
                        new InstalledRuntime.Use(
                                e.getKey().process(),
                                e.getKey().daemon(),
                                e.getKey().uid(),
                                e.getValue()))
                .toList();
    }
}
