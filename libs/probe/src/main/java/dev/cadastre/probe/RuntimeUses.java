package dev.cadastre.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the processes on one runtime by name, daemon and user. */
final class RuntimeUses {

    private record Key(String process, @Nullable String daemon, long uid) {}

    private final Map<Key, Integer> counts = new LinkedHashMap<>();

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
