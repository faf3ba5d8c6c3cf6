package dev.cadastre.server.inventory.installed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * How the packages of hosts changed, and since when any are known: what is to be undone to come
 * from the present to a moment. Changes may be told twice, and those of different hosts in any
 * order. Thread-safe.
 */
final class PackageLog {

    private static final int MOMENTS = 8;

    private final List<Change> changes = new ArrayList<>();
    private final Map<Integer, Instant> firsts = new HashMap<>();
    private final List<Integer> begun = new ArrayList<>();
    private final Recent<Instant, Undone> moments = new Recent<>(MOMENTS);

    private record Change(int host, Instant since, PackageIds gained, PackageIds lost) {}

    /**
     * What a host had first, or how that changed.
     *
     * @param gained null for the first
     */
    synchronized void add(int host, Instant since, @Nullable PackageIds gained, PackageIds lost) {
        Instant first = firsts.get(host);
        if (first == null || since.isBefore(first)) {
            firsts.put(host, since);
            begun.add(host);
        }
        if (gained != null) {
            boolean late = !changes.isEmpty() && since.isBefore(changes.getLast().since());
            changes.add(new Change(host, since, gained, lost));
            if (late) {
                moments.clear();
            }
        }
    }

    /** Forgets what was before; nobody asks about earlier moments any longer. */
    synchronized void forgetBefore(Instant limit) {
        if (changes.removeIf(change -> change.since().isBefore(limit))) {
            moments.clear();
        }
    }

    /** Which hosts had a package at a moment, given those that have it now. */
    synchronized RoaringBitmap holdersAt(Instant at, int packageId, RoaringBitmap present) {
        Undone undone = moments.find(at);
        if (undone == null) {
            undone = new Undone(at);
            moments.keep(at, undone);
        }
        undone.follow();
        return undone.holders(packageId, present);
    }

    /**
     * The difference between the present and a moment. Of a host's changes the first since counts.
     */
    private final class Undone {

        private final Instant at;
        private final Map<Integer, RoaringBitmap> gained = new HashMap<>();
        private final Map<Integer, RoaringBitmap> lost = new HashMap<>();
        private final RoaringBitmap unknown = new RoaringBitmap();
        private int changesSeen;
        private int begunSeen;

        Undone(Instant at) {
            this.at = at;
        }

        /** Takes in what was added since it was asked last. */
        void follow() {
            for (; begunSeen < begun.size(); begunSeen++) {
                int host = begun.get(begunSeen);
                Instant first = firsts.get(host);
                if (first != null && first.isAfter(at)) {
                    unknown.add(host);
                }
            }
            changes.subList(changesSeen, changes.size()).stream()
                    .filter(change -> change.since().isAfter(at))
                    .sorted(Comparator.comparing(Change::since))
                    .forEach(this::undo);
            changesSeen = changes.size();
        }

        private void undo(Change change) {
            change.gained().stream().forEach(id -> note(gained, lost, id, change.host()));
            change.lost().stream().forEach(id -> note(lost, gained, id, change.host()));
        }

        private static void note(
                Map<Integer, RoaringBitmap> target,
                Map<Integer, RoaringBitmap> opposite,
                int id,
                int host) {
            RoaringBitmap before = opposite.get(id);
            if (before == null || !before.contains(host)) {
                target.computeIfAbsent(id, key -> new RoaringBitmap()).add(host);
            }
        }

        RoaringBitmap holders(int id, RoaringBitmap present) {
            RoaringBitmap then = present.clone();
            RoaringBitmap came = gained.get(id);
            if (came != null) {
                then.andNot(came);
            }
            RoaringBitmap went = lost.get(id);
            if (went != null) {
                then.or(went);
            }
            then.andNot(unknown);
            return then;
        }
    }
}
