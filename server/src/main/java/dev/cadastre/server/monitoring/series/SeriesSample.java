package dev.cadastre.server.monitoring.series;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value of one series.
 *
 * @param labels the name, as {@code __name__}, and all that tells it from others
 * @param millis since 1970
 */
public record SeriesSample(SortedMap<String, String> labels, long millis, double value) {

    /** The label that holds the name. */
    public static final String NAME = "__name__";

    /** Labels with no value are as good as missing, and left out as the protocol demands. */
    public SeriesSample {
        TreeMap<String, String> told = new TreeMap<>(labels);
        told.values().removeIf(String::isEmpty);
        labels = told;
    }
}
