package dev.cadastre.plugin;

import java.util.Optional;

/**
 * The ranges a value is judged by.
 *
 * @param warning alerts when the value is a warning; empty if it never is
 * @param critical alerts when the value is critical; empty if it never is
 */
public record Thresholds(Optional<Range> warning, Optional<Range> critical) {
    /** By which everything is OK. */
    public static final Thresholds NONE = new Thresholds(Optional.empty(), Optional.empty());

    /** Ranges for both. */
    public static Thresholds of(Range warning, Range critical) {
        return new Thresholds(Optional.of(warning), Optional.of(critical));
    }

    /**
     * What a state is and why.
     *
     * @param reason a phrase such as {@code time 4.2s is outside of the critical range 0:3}
     */
    public record Verdict(PluginState state, String reason) {}

    /** Judges a metric's value; one that is not known is UNKNOWN. */
    public Verdict judge(Metric metric) {
        if (metric.value().isEmpty()) {
            return new Verdict(PluginState.UNKNOWN, metric.label() + " is not known");
        }
        double value = metric.value().getAsDouble();
        String name = metric.label() + " " + Decimal.print(value) + metric.unit().text();
        if (critical.isPresent() && critical.get().alerts(value)) {
            return new Verdict(PluginState.CRITICAL, name + breach("critical", critical.get()));
        }
        if (warning.isPresent() && warning.get().alerts(value)) {
            return new Verdict(PluginState.WARNING, name + breach("warning", warning.get()));
        }
        return new Verdict(PluginState.OK, name);
    }

    private static String breach(String which, Range range) {
        String place = range.inside() ? " is inside of the " : " is outside of the ";
        String bounds = range.inside() ? range.toString().substring(1) : range.toString();
        return place + which + " range " + bounds;
    }
}
