package dev.cadastre.server.monitoring.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A time for which somebody said something of an asset or of hosts.
 *
 * @param id never means another of its kind
 * @param asset the asset that it is about, with all that is on it if it is a host; null if a query
 *     says that
 * @param q the hosts that it is about, with all that is on them; null if it is about one asset
 * @param environment where that asset is; null for a query
 * @param begins when it begins
 * @param ends when it ends
 * @param reason why
 * @param madeAt when it was said
 * @param madeBy who said so
 * @param endedBy who ended it before its time; null if nobody did
 */
@NamedInterface("window")
public record Window(
        long id,
        @Nullable String asset,
        @Nullable String q,
        @Nullable String environment,
        Instant begins,
        Instant ends,
        String reason,
        Instant madeAt,
        String madeBy,
        @Nullable String endedBy) {

    /** Whether it lasts at that moment. */
    public boolean lasts(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }
}
