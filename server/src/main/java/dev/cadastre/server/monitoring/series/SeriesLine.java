package dev.cadastre.server.monitoring.series;

import java.time.Duration;
import java.time.Instant;

/**
 * One value over time. Point {@code i} stands for the time from {@code start + i × step} on, for
 * one step; NaN is a gap.
 *
 * @param label what was told last of the value
 * @param start of the first point, at or before the time that was asked for
 * @param step between the points
 * @param resolution of what they are made of; 0 if nothing is known at all
 * @param consolidation how true the extremes are
 * @param average the mean of what is known
 * @param least the smallest value
 * @param most the largest value
 */
public record SeriesLine(
        SeriesLabel label,
        Instant start,
        Duration step,
        Duration resolution,
        Consolidation consolidation,
        Values average,
        Values least,
        Values most) {}
