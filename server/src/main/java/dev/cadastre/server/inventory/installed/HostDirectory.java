package dev.cadastre.server.inventory.installed;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** Living hosts by name and environment. Not thread-safe. */
final class HostDirectory {

    private static final RoaringBitmap NONE = new RoaringBitmap();

    private final Map<Integer, HostEntry> entries = new HashMap<>();
    private final NavigableMap<String, HostEntry> names = new TreeMap<>();
    private final Map<String, RoaringBitmap> environments = new HashMap<>();

    /** Takes the entry's word for that host, unless a later one is known. */
    void put(HostEntry entry) {
        HostEntry known = entries.get(entry.ordinal());
        if (known != null && known.revision() >= entry.revision()) {
            return;
        }
        if (known != null && known.living()) {
            forget(known);
        }
        entries.put(entry.ordinal(), entry);
        if (entry.living()) {
            names.put(entry.name(), entry);
            environments
                    .computeIfAbsent(entry.environment(), name -> new RoaringBitmap())
                    .add(entry.ordinal());
        }
    }

    private void forget(HostEntry entry) {
        HostEntry holder = names.get(entry.name());
        if (holder != null && holder.ordinal() == entry.ordinal()) {
            names.remove(entry.name());
        }
        RoaringBitmap members = environments.get(entry.environment());
        if (members != null) {
            members.remove(entry.ordinal());
            if (members.isEmpty()) {
                environments.remove(entry.environment());
            }
        }
    }

    NavigableMap<String, HostEntry> names() {
        return names;
    }

    Set<String> environments() {
        return environments.keySet();
    }

    RoaringBitmap in(String environment) {
        return environments.getOrDefault(environment, NONE);
    }
}
