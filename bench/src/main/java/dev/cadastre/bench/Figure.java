package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param what what was done, as a reader of the chart calls it
 * @param unit of all the numbers
 * @param peer whether somebody else's program did it
 * @param samples the number of measurements
 * @param median of them
 * @param least of them
 * @param most of them
 * @param p99 what 99 of 100 measurements did not exceed; null where there are too few
 * @param wanted what the median was to be at most; null where nothing was asked for
 */
record Figure(
        String what,
        String unit,
        boolean peer,
        int samples,
        double median,
        double least,
        double most,
        @Nullable Double p99,
        @Nullable Double wanted) {

    private static final int ENOUGH_FOR_P99 = 200;

    static Figure of(String what, String unit, Samples samples) {
        return new Figure(
                what,
                unit,
                false,
                samples.size(),
                samples.median(),
                samples.least(),
                samples.most(),
                samples.size() < ENOUGH_FOR_P99 ? null : samples.percentile(99),
                null);
    }

    Figure ofPeer() {
        return new Figure(what, unit, true, samples, median, least, most, p99, wanted);
    }

    Figure wanted(double atMost) {
        return new Figure(what, unit, peer, samples, median, least, most, p99, atMost);
    }

    /** Whether the median is what was asked for; true where nothing was. */
    @JsonIgnore
    boolean met() {
        return wanted == null || median <= wanted;
    }
}
