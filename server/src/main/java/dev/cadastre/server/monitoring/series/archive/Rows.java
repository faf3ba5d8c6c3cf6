package dev.cadastre.server.monitoring.series.archive;

import dev.cadastre.server.monitoring.series.Values;

/**
 * Rows as an archive has them; NaN where nothing is known.
 *
 * @param start seconds since 1970 at which the first row begins
 * @param step seconds that each stands for
 * @param average the mean during each row
 * @param least the smallest value during each
 * @param most the largest value during each
 */
public record Rows(long start, long step, Values average, Values least, Values most) {

    /** Rows that nothing but the mean is known of. */
    public static Rows ofAverages(long start, long step, Values average) {
        return new Rows(start, step, average, average, average);
    }
}
