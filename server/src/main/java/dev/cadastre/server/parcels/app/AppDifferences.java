package dev.cadastre.server.parcels.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a revision of an app differs from the one before. Pure. */
final class AppDifferences {

    private AppDifferences() {}

    /** Values that people may see to differ; of a secret they see that there is another one. */
    static List<AppDifference> between(@Nullable AppRevision before, AppRevision after) {
        List<AppDifference> all = new ArrayList<>();
        if (before == null) {
            return all;
        }
        for (String host : after.hosts()) {
            Map<String, ShownValue> old = byName(before.on(host));
            Map<String, ShownValue> now = byName(after.on(host));
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                String was = text(old.get(name));
                String is = text(now.get(name));
                if (!Objects.equals(was, is)) {
                    all.add(new AppDifference(host, name, was, is));
                }
            }
        }
        return all;
    }

    private static Map<String, ShownValue> byName(List<ShownValue> values) {
        Map<String, ShownValue> all = new TreeMap<>();
        values.forEach(value -> all.put(value.name(), value));
        return all;
    }

    private static @Nullable String text(@Nullable ShownValue value) {
        return value == null ? null : value.value();
    }

    /** Hosts on which changes find something else than before. */
    static Set<String> changed(AppJson.Sealed before, AppJson.Sealed after) {
        Set<String> changed = new HashSet<>();
        boolean isToldOtherwise = !before.told().equals(after.told());
        after.hosts()
                .forEach((host, view) -> {
                    Integer old = before.hosts().get(host);
                    if (isToldOtherwise
                            || old == null
                            || !before.texts().get(old).equals(after.texts().get(view))
                            || !Objects.equals(
                                    before.addresses().get(host), after.addresses().get(host))) {
                        changed.add(host);
                    }
                });
        return changed;
    }
}
