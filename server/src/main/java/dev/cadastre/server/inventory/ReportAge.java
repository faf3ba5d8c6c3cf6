package dev.cadastre.server.inventory;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a report is older than one that is already here, although clocks of hosts may be wrong.
 */
final class ReportAge {

    /** A clock that is off by no more is taken for right. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private ReportAge() {}

    /**
     * Decides by the host's own clock, as reports may be delayed on their way. Where the clock was
     * ahead at the last report and is right now, it was set, and the report is not older.
     *
     * @param hostTime the report's time by the host's clock
     * @param lastHostTime that of the last accepted report
     * @param lastObservedAt when that one came, by the server's clock
     * @param now the server's clock
     */
    static boolean older(
            Instant hostTime, Instant lastHostTime, Instant lastObservedAt, Instant now) {
        if (!hostTime.isBefore(lastHostTime)) {
            return false;
        }
        boolean wasAhead = lastHostTime.isAfter(lastObservedAt.plus(TOLERANCE));
        boolean isAhead = hostTime.isAfter(now.plus(TOLERANCE));
        return !wasAhead || isAhead || hostTime.isBefore(lastObservedAt.minus(TOLERANCE));
    }

    /** How far the host's clock is off; zero if it is taken for right. */
    static Duration skew(Instant hostTime, Instant now) {
        Duration skew = Duration.between(now, hostTime);
        return skew.abs().compareTo(TOLERANCE) > 0 ? skew : Duration.ZERO;
    }
}
