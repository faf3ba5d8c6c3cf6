package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class PackageLogTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOSTS = 3;
    private static final int PACKAGES = 4;

    private PackageLog log = new PackageLog();

    /** What each host has, by the time at which it came to have it. */
    private final Map<Integer, NavigableMap<Instant, Set<Integer>>> truth = new HashMap<>();

    /** Each number is a host that gets the packages of its bits, one second after the other. */
    @Property(tries = 300)
    void comesFromThePresentToWhateverWas(
            @ForAll @Size(max = 30) List<@IntRange(max = 47) Integer> steps,
            @ForAll @IntRange(max = 30) int asked) {
        log = new PackageLog();
        truth.clear();
        for (int step = 0; step < steps.size(); step++) {
            // Asking in between must not spoil what is asked later.
            requireAllAt(START.plusSeconds(asked));
            change(steps.get(step) % HOSTS, START.plusSeconds(step), steps.get(step) / HOSTS);
        }

        for (int step = -1; step <= steps.size(); step++) {
            requireAllAt(START.plusSeconds(step));
        }
    }

    @Test
    void countsTheEarliestChangeOfAHostWhateverIsToldFirst() {
        PackageIds seven = PackageIds.of(7);
        log.add(1, START, null, PackageIds.NONE);
        log.add(1, START.plusSeconds(2), seven, PackageIds.NONE);
        RoaringBitmap present = RoaringBitmap.bitmapOf(1);
        assertThat(log.holdersAt(START, 7, present)).isEmpty();

        log.add(1, START.plusSeconds(1), PackageIds.NONE, seven);

        assertThat(log.holdersAt(START, 7, present)).containsExactly(1);
    }

    @Test
    void takesTheSameChangeTwice() {
        log.add(1, START, null, PackageIds.NONE);
        log.add(1, START.plusSeconds(1), PackageIds.of(7), PackageIds.of(8));
        log.add(1, START.plusSeconds(1), PackageIds.of(7), PackageIds.of(8));

        assertThat(log.holdersAt(START, 8, new RoaringBitmap())).containsExactly(1);
        assertThat(log.holdersAt(START, 7, RoaringBitmap.bitmapOf(1))).isEmpty();
    }

    @Test
    void keepsWhatLiesBehindTheMomentFromWhichItForgets() {
        log.add(1, START, null, PackageIds.NONE);
        log.add(1, START.plusSeconds(1), PackageIds.of(7), PackageIds.NONE);
        log.add(1, START.plusSeconds(3), PackageIds.NONE, PackageIds.of(7));
        assertThat(log.holdersAt(START.plusSeconds(2), 7, new RoaringBitmap())).containsExactly(1);

        log.forgetBefore(START.plusSeconds(2));

        assertThat(log.holdersAt(START.plusSeconds(2), 7, new RoaringBitmap())).containsExactly(1);
    }

    private void change(int host, Instant at, int bits) {
        NavigableMap<Instant, Set<Integer>> past =
                truth.computeIfAbsent(host, _ -> new TreeMap<>());
        Set<Integer> wanted = new HashSet<>();
        for (int id = 0; id < PACKAGES; id++) {
            if ((bits & 1 << id) != 0) {
                wanted.add(id);
            }
        }
        if (past.isEmpty()) {
            log.add(host, at, null, PackageIds.NONE);
        } else {
            PackageIds before = PackageIds.of(past.lastEntry().getValue());
            PackageIds after = PackageIds.of(wanted);
            log.add(host, at, after.minus(before), before.minus(after));
        }
        past.put(at, wanted);
    }

    private void requireAllAt(Instant at) {
        for (int id = 0; id < PACKAGES; id++) {
            assertThat(log.holdersAt(at, id, holders(id, Instant.MAX))).isEqualTo(holders(id, at));
        }
    }

    private RoaringBitmap holders(int id, Instant at) {
        RoaringBitmap holders = new RoaringBitmap();
        truth.forEach((host, past) -> {
            Map.Entry<Instant, Set<Integer>> then = past.floorEntry(at);
            if (then != null && then.getValue().contains(id)) {
                holders.add(host);
            }
        });
        return holders;
    }
}
