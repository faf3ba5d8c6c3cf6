package dev.cadastre.server.monitoring.series;

import java.time.Duration;

/**
 * How a form of series does. Counts are since the start.
 *
 * @param form its name
 * @param stored results that were kept or sent
 * @param dropped results that were lost because they came faster than they could be kept
 * @param refused results that were not later than the last, or later than now
 * @param failed attempts to write or send that will be repeated
 * @param lost what was refused by the store for good, and files that could not be read and were set
 *     aside
 * @param waiting results that have been taken and not yet kept
 * @param behind for how long the oldest of them has waited longer than it is meant to
 */
public record SeriesFigures(
        String form,
        long stored,
        long dropped,
        long refused,
        long failed,
        long lost,
        long waiting,
        Duration behind) {}
