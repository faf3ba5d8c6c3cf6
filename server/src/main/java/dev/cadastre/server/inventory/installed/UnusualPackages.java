package dev.cadastre.server.inventory.installed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packages of hosts that came last and are like no set. A set is worth its room once another host,
 * or the same one later, has nearly the same. Thread-safe.
 */
final class UnusualPackages {

    private static final int MOST = 4_000;
    private static final int COMPARED = 4;

    private final LikeSets like = new LikeSets();
    private final Map<Integer, PackageIds> latest = new LinkedHashMap<>();
    private int came;

    /** Whether nearly the same came before; remembers that these did. */
    synchronized boolean repeated(PackageIds packages) {
        boolean known =
                like.like(packages, COMPARED).stream()
                        .map(latest::get)
                        .anyMatch(other -> other != null && SetDelta.near(packages, other));
        if (!known) {
            remember(packages);
        }
        return known;
    }

    private void remember(PackageIds packages) {
        if (latest.size() >= MOST) {
            List<Integer> oldest = new ArrayList<>(latest.keySet()).subList(0, MOST / 2);
            like.forget(oldest);
            latest.keySet().removeAll(oldest);
        }
        latest.put(came, packages);
        like.add(came, packages);
        came++;
    }
}
