package dev.cadastre.server.inventory.installed;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was used last, up to a number of entries: what was not used while half as many
 * others came is forgotten. Reading what is there writes nothing. Thread-safe.
 */
public final class Recent<K, V> {

    private final int half;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = new ConcurrentHashMap<>();

    /** {@code capacity} is the most entries that are remembered. */
    public Recent(int capacity) {
        this.half = Math.max(1, capacity / 2);
    }

    /** What is remembered for the key; null if nothing. */
    public @Nullable V find(K key) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V earlier = old.get(key);
        if (earlier != null) {
            keep(key, earlier);
        }
        return earlier;
    }

    /** Remembers the value, and forgets what was not used for long. */
    public void keep(K key, V value) {
        young.put(key, value);
        if (young.size() >= half) {
            age();
        }
    }

    private synchronized void age() {
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    /** Forgets everything. */
    public synchronized void clear() {
        old = new ConcurrentHashMap<>();
        young = new ConcurrentHashMap<>();
    }

    /** Forgets some of the values; nobody may use them meanwhile. */
    public synchronized void forget(Collection<V> values) {
        young.values().removeAll(values);
        old.values().removeAll(values);
    }
}
