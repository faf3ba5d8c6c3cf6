package dev.cadastre.server.monitoring.schedule;

import java.time.Duration;

/**
 * How often something is checked: at one moment in each interval, which differs from one monitor to
 * the next, so that however many there are, they are spread evenly, and no two servers or restarts
 * disagree.
 *
 * @param interval the time from one turn to the next, above zero
 * @param phase where in the interval the turn is, from zero to below the interval
 */
public record Rhythm(Duration interval, Duration phase) {

    private static final Duration SOON = Duration.ofMinutes(10);

    /** Refuses what has no turns. */
    public Rhythm {
        if (!interval.isPositive() || phase.isNegative() || phase.compareTo(interval) >= 0) {
            throw new IllegalArgumentException("No rhythm: " + phase + " of " + interval);
        }
    }

    /** The one of a monitor. */
    public static Rhythm of(long monitor, Duration interval) {
        // The golden ratio spreads numbers that follow each other, however many there are of them.
        double turn = monitor * 0.6180339887498949;
        double part = turn - Math.floor(turn);
        long phase = Math.min((long) (part * interval.toNanos()), interval.toNanos() - 1);
        return new Rhythm(interval, Duration.ofNanos(phase));
    }

    /** The first turn after a moment, both on one scale in nanoseconds. */
    long after(long moment) {
        long length = interval.toNanos();
        long into = Math.floorMod(moment - phase.toNanos(), length);
        return moment + (length - into);
    }

    /**
     * A turn in place of one that was missed: as the first after a moment, but soon in any case.
     */
    long soonAfter(long moment) {
        if (interval.compareTo(SOON) <= 0) {
            return after(moment);
        }
        double part = (double) phase.toNanos() / interval.toNanos();
        return new Rhythm(SOON, Duration.ofNanos((long) (part * SOON.toNanos()))).after(moment);
    }
}
