package dev.cadastre.server.monitoring.series;

/** How true the extremes of a line are. */
public enum Consolidation {
    /** They are those of the values as they came in, one for each step. */
    IN_FULL,
    /** They are those of means over the resolution; shorter peaks are not seen. */
    AVERAGES,
    /** They were kept beside the means, so that no peak is missed. */
    EXTREMES
}
