package dev.cadastre.server.web.page.chart;

import dev.cadastre.plugin.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The heights that values are drawn at.
 *
 * @param low the value at the bottom
 * @param high the value at the top, above {@code low}
 * @param ticks round values between, both ends included
 */
record Axis(double low, double high, List<Double> ticks) {

    private static final double FULL = 100;

    /** From there on it does not start at nothing, so that what changes is seen. */
    private static final double FAR_FROM_NOTHING = 0.6;

    /**
     * For values between two.
     *
     * @param limits values at which something is judged; shown if they are near
     */
    static Axis of(double least, double most, List<Double> limits, Unit unit) {
        if (unit.kind() == Unit.Kind.PERCENT && least >= 0 && most <= FULL) {
            return new Axis(0, FULL, List.of(0.0, 50.0, FULL));
        }
        double room = Math.max(most - least, Math.max(Math.abs(most), Math.abs(least)) * 0.5);
        double[] shown =
                DoubleStream.concat(
                                DoubleStream.of(least, most),
                                limits.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .filter(limit ->
                                                limit > least - room && limit < most + room))
                        .toArray();
        double low = DoubleStream.of(shown).min().orElse(least);
        double high = DoubleStream.of(shown).max().orElse(most);
        if (low >= 0 && low <= high * FAR_FROM_NOTHING) {
            low = 0;
        }
        if (low == high) {
            double around = low == 0 ? 1 : Math.abs(low) * 0.1;
            low = low == 0 ? 0 : low - around;
            high = high + around;
        }
        return round(low, high, Amounts.of(unit).scale(Math.max(Math.abs(low), Math.abs(high))));
    }

    private static Axis round(double low, double high, Amounts.Scale scale) {
        double bottom = low / scale.divisor();
        double top = high / scale.divisor();
        double step = roundStep((top - bottom) / 3);
        long first = (long) Math.floor(bottom / step + 1e-9);
        long last = (long) Math.ceil(top / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (long place = first; place <= last; place++) {
            ticks.add(place * step * scale.divisor());
        }
        return new Axis(ticks.getFirst(), ticks.getLast(), ticks);
    }

    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double size = atLeast / power;
        return power * (size <= 1 ? 1 : size <= 2 ? 2 : size <= 5 ? 5 : 10);
    }

    /** How far a value is from the top, as a share of the height; may lie outside of 0 to 1. */
    double down(double value) {
        return (high - value) / (high - low);
    }
}
