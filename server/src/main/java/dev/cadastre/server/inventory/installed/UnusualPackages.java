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

    /** All together, which is 16 MB: hosts may have a hundred thousand packages each. */
    private static final long MOST_IDS = 4_000_000;

    private static final int COMPARED = 4;

    private final LikeSets like = new LikeSets();
    private final Map<Integer, PackageIds> latest = new LinkedHashMap<>();
    private long ids;
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
        if (latest.size() >= MOST || ids + packages.size() > MOST_IDS) {
            forgetOlderHalf();
        }
        latest.put(came, packages);
        like.add(came, packages);
        ids += packages.size();
        came++;
    }

    private void forgetOlderHalf() {
        List<Integer> oldest =
                List.copyOf(new ArrayList<>(latest.keySet()).subList(0, (latest.size() + 1) / 2));
        like.forget(oldest);
        for (Integer one : oldest) {
            PackageIds forgotten = latest.remove(one);
            ids -= forgotten == null ? 0 : forgotten.size();
        }
    }
}
