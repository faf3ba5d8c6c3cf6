package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
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
 * @param wanted what was asked for; null where nothing was
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
        @Nullable Wanted wanted) {

    /** What is measured against a bound. */
    enum Measure {
        /** The median is to be at most the bound. */
        MEDIAN_AT_MOST,
        /** What 99 of 100 do not exceed is to be at most the bound. */
        P99_AT_MOST,
        /** The median is to be at least the bound. */
        MEDIAN_AT_LEAST
    }

    /** What was asked for. */
    record Wanted(Measure measure, double bound) {}

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
        return wanted(Measure.MEDIAN_AT_MOST, atMost);
    }

    Figure wanted(Measure measure, double bound) {
        return new Figure(
                what, unit, peer, samples, median, least, most, p99, new Wanted(measure, bound));
    }

    /** The measured number in proportion to the one asked for; null where nothing was. */
    @JsonIgnore
    @Nullable Double proportion() {
        if (wanted == null) {
            return null;
        }
        double measured =
                wanted.measure() == Measure.P99_AT_MOST ? Objects.requireNonNull(p99) : median;
        return measured / wanted.bound();
    }

    /** Whether the figure is what was asked for; true where nothing was. */
    @JsonIgnore
    boolean met() {
        Double proportion = proportion();
        if (wanted == null || proportion == null) {
            return true;
        }
        return wanted.measure() == Measure.MEDIAN_AT_LEAST ? proportion >= 1 : proportion <= 1;
    }
}
