package dev.cadastre.plugin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Performance data: everything in it is either a metric or a problem.
 *
 * @param metrics those that could be read, in their order; no two have the same label
 * @param problems what could not be read, with its text
 */
public record Perfdata(List<Metric> metrics, List<Problem> problems) {
    /** Of a plug-in that wrote none. */
    public static final Perfdata NONE = new Perfdata(List.of(), List.of());

    /** Keeps copies. */
    public Perfdata {
        metrics = List.copyOf(metrics);
        problems = List.copyOf(problems);
    }

    /**
     * Reads {@code 'label'=value[UOM];[warn];[crit];[min];[max] …}. Never fails: a piece that is
     * wrong is a problem, and those around it are read.
     */
    public static Perfdata parse(String text) {
        return new PerfdataReader(text).read();
    }

    /** As a plug-in would write it behind the {@code |}. */
    public static String print(List<Metric> metrics) {
        return metrics.stream().map(Metric::toString).collect(Collectors.joining(" "));
    }
}
