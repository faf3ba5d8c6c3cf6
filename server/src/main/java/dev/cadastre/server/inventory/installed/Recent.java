package dev.cadastre.server.inventory.installed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was used last, up to a number of entries. Thread-safe. */
public final class Recent<K, V> {

    private final Map<K, V> entries;

    /** {@code capacity} is the most entries that are remembered. */
    public Recent(int capacity) {
        this.entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > capacity;
                    }
                };
    }

    /** What is remembered for the key; null if nothing. */
    public synchronized @Nullable V find(K key) {
        return entries.get(key);
    }

    /** Forgets some of the values. */
    public synchronized void forget(Collection<V> values) {
        entries.values().removeAll(values);
    }

    /** Remembers the value, and forgets what was not used for the longest time. */
    public synchronized void keep(K key, V value) {
        entries.put(key, value);
    }
}
