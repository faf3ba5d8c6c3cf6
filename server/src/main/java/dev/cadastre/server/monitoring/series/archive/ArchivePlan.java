package dev.cadastre.server.monitoring.series.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of values that come at one interval.
 *
 * @param step seconds that the shortest row stands for; divides the rows of all archives
 * @param heartbeat seconds after which a value no longer stands for what follows it
 * @param archives from the finest to the coarsest
 */
public record ArchivePlan(int step, int heartbeat, List<Archive> archives) {

    /**
     * Rows of one length, which replace the oldest by the newest.
     *
     * @param steps how many steps of the plan a row stands for
     * @param rows how many there are
     * @param extremes whether the least and the largest value of each row are kept, too
     */
    public record Archive(int steps, int rows, boolean extremes) {}

    /** How long values are kept at which resolution. The first is whatever the interval is. */
    private record Span(int resolution, int seconds, boolean extremes) {}

    private static final int DAY = 86_400;
    private static final List<Span> SPANS =
            List.of(
                    new Span(1, 2 * DAY, false),
                    new Span(300, 14 * DAY, false),
                    new Span(3_600, 2 * 365 * DAY, true),
                    new Span(DAY, 10 * 365 * DAY, true));

    /** Keeps a copy. */
    public ArchivePlan {
        archives = List.copyOf(archives);
    }

    /**
     * The plan for values at an interval. An archive whose rows would be shorter than the interval
     * has rows as long as it, for as long as it was to keep them.
     */
    public static ArchivePlan of(Duration interval) {
        int seconds = Math.clamp(interval.toSeconds(), 1, DAY);
        int step = step(seconds);
        List<Archive> archives = new ArrayList<>();
        for (Span span : SPANS) {
            int resolution = Math.max(span.resolution(), step);
            if (!archives.isEmpty() && archives.getLast().steps() == resolution / step) {
                archives.removeLast();
            }
            archives.add(
                    new Archive(
                            resolution / step,
                            span.seconds() / resolution,
                            span.extremes() && resolution > step));
        }
        long heartbeat = Math.clamp(2 * interval.toSeconds(), 2L * step, Integer.MAX_VALUE);
        return new ArchivePlan(step, (int) heartbeat, archives);
    }

    /** The longest that is no longer than the interval and of which all coarser rows are made. */
    private static int step(int interval) {
        int multiple =
                SPANS.stream()
                        .mapToInt(Span::resolution)
                        .filter(resolution -> resolution >= interval)
                        .findFirst()
                        .orElse(DAY);
        int step = interval;
        while (multiple % step != 0) {
            step--;
        }
        return step;
    }
}
