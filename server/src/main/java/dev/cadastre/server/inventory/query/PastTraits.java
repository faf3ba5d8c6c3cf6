package dev.cadastre.server.inventory.query;

import dev.cadastre.server.inventory.installed.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where hosts belonged and what they ran on at the moments that were asked about last: who looks at
 * a moment asks more than once about it. The past does not change, except that hosts are erased.
 * Thread-safe.
 */
@Component
class PastTraits {

    private static final int MOMENTS = 4;

    /** Longer than a transaction lasts that began before and is not committed. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final StoredTraits stored;
    private final Clock clock;
    private final Recent<Instant, PlaceIndex> places = new Recent<>(MOMENTS);
    private final Recent<Instant, PlatformIndex> platforms = new Recent<>(MOMENTS);
    private final AtomicLong erasures = new AtomicLong();

    PastTraits(StoredTraits stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** Not to be changed. Null means now, which is read anew. */
    PlaceIndex places(@Nullable Instant at) {
        return read(places, at, stored::places);
    }

    /** As above. */
    PlatformIndex platforms(@Nullable Instant at) {
        return read(platforms, at, stored::platforms);
    }

    void forget() {
        erasures.incrementAndGet();
        places.clear();
        platforms.clear();
    }

    private <T> T read(
            Recent<Instant, T> known, @Nullable Instant at, Function<@Nullable Instant, T> reader) {
        if (at == null || at.isAfter(clock.instant().minus(SETTLED))) {
            return reader.apply(at);
        }
        T found = known.find(at);
        if (found == null) {
            long before = erasures.get();
            found = reader.apply(at);
            known.keep(at, found);
            if (erasures.get() != before) {
                known.clear();
            }
        }
        return found;
    }
}
