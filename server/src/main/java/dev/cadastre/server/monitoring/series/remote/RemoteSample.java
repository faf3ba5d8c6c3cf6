package dev.cadastre.server.monitoring.series.remote;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value of one series of a store.
 *
 * @param labels the name, as {@code __name__}, and all that tells it from others
 * @param millis since 1970
 */
record RemoteSample(SortedMap<String, String> labels, long millis, double value) {

    static final String NAME = "__name__";

    /** Labels with no value are as good as missing, and left out as the protocol demands. */
    RemoteSample {
        TreeMap<String, String> told = new TreeMap<>(labels);
        told.values().removeIf(String::isEmpty);
        labels = told;
    }
}
