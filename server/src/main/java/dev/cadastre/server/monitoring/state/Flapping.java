package dev.cadastre.server.monitoring.state;

import org.springframework.modulith.NamedInterface;

/**
 * How often the last results differed from the ones before them. Of the last 20 results each that
 * differs counts, the newest 1.2 and the oldest 0.8 of what one of 20 does, so that what is over
 * weighs less. It flaps from 30 % on, until it is below 25 %.
 *
 * @param changes a bit for each of the last results, the newest the lowest: whether it differed
 * @param flaps whether it flaps
 */
@NamedInterface("state")
public record Flapping(int changes, boolean flaps) {

    /** Nothing has changed yet. */
    public static final Flapping NONE = new Flapping(0, false);

    private static final int RESULTS = 20;
    private static final int MASK = (1 << RESULTS) - 1;
    private static final double OLDEST = 0.8;
    private static final double NEWEST = 1.2;
    private static final double BEGINS = 30;
    private static final double ENDS = 25;

    /** With one more result. */
    public Flapping with(boolean differs) {
        Flapping next = new Flapping((changes << 1 | (differs ? 1 : 0)) & MASK, flaps);
        double percent = next.percent();
        return new Flapping(next.changes, flaps ? percent >= ENDS : percent > BEGINS);
    }

    /** How much of the time it changed, from 0 to 100. */
    public double percent() {
        double weighed = 0;
        for (int age = 0; age < RESULTS; age++) {
            if ((changes >>> age & 1) == 1) {
                weighed += NEWEST - (NEWEST - OLDEST) * age / (RESULTS - 1);
            }
        }
        return weighed * 100 / RESULTS;
    }
}
