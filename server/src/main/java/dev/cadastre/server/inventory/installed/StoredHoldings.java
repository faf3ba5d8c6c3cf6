package dev.cadastre.server.inventory.installed;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Which hosts have some packages at a moment, as read from the database. */
final class StoredHoldings implements Holdings {

    private final HostDirectory directory = new HostDirectory();
    private final Map<Integer, RoaringBitmap> holders = new HashMap<>();

    void place(HostEntry entry) {
        directory.put(entry);
    }

    void hold(int host, int packageId) {
        holders.computeIfAbsent(packageId, id -> new RoaringBitmap()).add(host);
    }

    @Override
    public NavigableMap<String, HostEntry> hosts() {
        return directory.names();
    }

    @Override
    public Set<String> environments() {
        return directory.environments();
    }

    @Override
    public RoaringBitmap in(String environment) {
        return directory.in(environment);
    }

    @Override
    public RoaringBitmap holders(int packageId) {
        return holders.getOrDefault(packageId, new RoaringBitmap());
    }
}
