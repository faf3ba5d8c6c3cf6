package dev.cadastre.server.monitoring.series;

import java.util.List;

/**
 * Values of a monitor over time.
 *
 * @param lines one for each label, in the order of the labels' names
 */
public record SeriesAnswer(List<SeriesLine> lines) {

    /** Of what nothing is known. */
    public static final SeriesAnswer NONE = new SeriesAnswer(List.of());

    /** Keeps a copy. */
    public SeriesAnswer {
        lines = List.copyOf(lines);
    }
}
