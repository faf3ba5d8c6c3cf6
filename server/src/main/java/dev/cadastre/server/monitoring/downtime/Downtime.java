package dev.cadastre.server.monitoring.downtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A time in which it is known that something may not work.
 *
 * @param id never means another
 * @param asset the asset that it is about; null if a query says that
 * @param q the hosts that it is about; null if it is about one asset
 * @param environment where that asset is; null for a query
 * @param begins when it begins
 * @param ends when it ends
 * @param reason why
 * @param madeBy who said so
 * @param endedBy who ended it before its time; null if nobody did
 */
@NamedInterface("downtime")
public record Downtime(
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
