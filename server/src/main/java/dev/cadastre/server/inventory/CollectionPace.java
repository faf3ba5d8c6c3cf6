package dev.cadastre.server.inventory;

import java.time.Duration;

/**
 * How often each host is collected: as often as wished while the machine keeps up, less often for
 * more hosts than that.
 *
 * @param interval from one collection of a host to its next
 * @param wished the interval that was asked for
 * @param reason why it is so, as a sentence
 */
public record CollectionPace(Duration interval, Duration wished, String reason) {

    /** Collecting may take this share of the places there are, so that requests find room. */
    private static final double SHARE = 0.5;

    private static final int ALWAYS_KEPT_UP_WITH = 1_000;

    /** Whether the machine does not keep up with what was asked for. */
    public boolean slowed() {
        return interval.compareTo(wished) > 0;
    }

    /**
     * Decides the pace.
     *
     * @param hosts how many are collected
     * @param mean what one collection took on average, zero if that is not known yet
     * @param atOnce how many run at the same time
     */
    static CollectionPace of(Duration wished, int hosts, Duration mean, int atOnce) {
        Duration needed = mean.multipliedBy(hosts).dividedBy(Math.max(1, (long) (atOnce * SHARE)));
        if (hosts <= ALWAYS_KEPT_UP_WITH || needed.compareTo(wished) <= 0) {
            return new CollectionPace(
                    wished, wished, "The interval that is set; %d hosts fit in".formatted(hosts));
        }
        return new CollectionPace(
                needed,
                wished,
                "%d hosts take %d ms each and %d are collected at once, so a round takes longer than the %d s that are set"
                        .formatted(hosts, mean.toMillis(), atOnce, wished.toSeconds()));
    }
}
