package dev.cadastre.server.web.page;

import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorKind;
import dev.cadastre.api.monitor.MonitorMetric;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.running.Kinds;
import dev.cadastre.server.monitoring.watching.Condition;
import dev.cadastre.server.web.page.chart.Amounts;
import dev.cadastre.server.web.page.chart.StateStrip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the pages of monitors say things. */
public final class MonitorWording {

    private static final int ONE_LINE = 240;
    private static final int MUCH = 20_000;

    private MonitorWording() {}

    /** The page of a monitor. */
    public static String toMonitor(Monitor monitor) {
        return "/monitors/" + monitor.id();
    }

    /** What is shown of an environment. */
    public static String toEnvironment(String environment) {
        return Links.to("/monitors", "environment", environment);
    }

    /** The class of a condition's mark. */
    public static String mark(Condition condition) {
        return switch (condition) {
            case CRITICAL -> "crit";
            case WARNING -> "warn";
            case UNKNOWN -> "unknown";
            case OK -> "ok";
            case UNREACHABLE, DOWNTIME, PENDING, OFF -> "idle";
        };
    }

    /** The word beside that mark. */
    public static String word(Condition condition) {
        return condition == Condition.DOWNTIME ? "in downtime" : condition.word();
    }

    /** The class of a table row, which marks its left edge; empty where nobody has to look. */
    public static String edge(Condition condition) {
        return switch (condition) {
            case CRITICAL -> "edge-crit";
            case WARNING -> "edge-warn";
            case UNKNOWN -> "edge-unknown";
            default -> "";
        };
    }

    /** What a kind checks, as a sentence without its end. */
    public static String meaning(MonitorKind kind) {
        String phrase =
                Kinds.meaning(dev.cadastre.server.monitoring.MonitorKind.valueOf(kind.name()));
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }

    /** The kind as the estate file writes it. */
    public static String kind(MonitorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** How and when it is checked, in a few words: {@code http, every 1m}. */
    public static String rhythm(Monitor monitor) {
        return switch (monitor.kind()) {
            case PASSIVE -> "others tell of it";
            case HEARTBEAT -> "calls in at least every " + monitor.interval();
            case FACT, RULE -> "read off the register";
            default -> kind(monitor.kind()) + ", every " + monitor.interval();
        };
    }

    /** When it is checked, as a phrase. */
    public static String when(Monitor monitor) {
        return switch (monitor.kind()) {
            case PASSIVE -> "whenever others tell of it";
            case HEARTBEAT -> "whenever it calls in, at least every " + monitor.interval();
            case FACT, RULE -> "with each report of the host";
            default -> "every %s, within %s".formatted(monitor.interval(), monitor.timeout());
        };
    }

    /** Whether it has a problem that is not certain yet. */
    public static boolean isUncertain(Monitor monitor) {
        return monitor.attempt() > 0;
    }

    /** {@code result 1 of 4}. */
    public static String attempt(Monitor monitor) {
        return "result %d of %d".formatted(monitor.attempt(), monitor.retries() + 1);
    }

    /** The first line of what was found, cut to what a row can show. */
    public static String brief(Monitor monitor) {
        String output = Objects.requireNonNullElse(monitor.output(), "");
        String line = output.lines().findFirst().orElse("");
        return line.length() <= ONE_LINE ? line : line.substring(0, ONE_LINE - 1) + "…";
    }

    /** Text as far as a page can show it. */
    public static String bounded(String text) {
        return text.length() <= MUCH
                ? text
                : text.substring(0, MUCH)
                        + "\n… and %d characters more, by the API".formatted(text.length() - MUCH);
    }

    /** An argument as one reads it: in quotes if it is not plain. */
    public static String word(String argument) {
        return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** A measured value, or that the check could not tell it. */
    public static String value(MonitorMetric metric) {
        return amount(metric.value(), metric.unit());
    }

    /** A value in a unit; a dash for none. */
    public static String amount(@Nullable Double value, @Nullable String unit) {
        // What a check tells of a counter is how far it is, and not how fast it goes.
        String shown = Objects.equals(unit, "c") ? "" : Objects.requireNonNullElse(unit, "");
        return value == null ? "–" : Amounts.of(Unit.of(shown)).text(value);
    }

    /** How long it was so, {@code 4 min}. */
    public static String lasted(Instant from, @Nullable Instant until, Wording wording) {
        return StateStrip.brief(Duration.between(from, until == null ? wording.now() : until));
    }

    /** {@code 98.21 %, 23 h}. */
    public static String share(StateStrip.Share share) {
        String percent =
                share.percent() < 0.01
                        ? "under 0.01"
                        : BigDecimal.valueOf(share.percent())
                                .setScale(2, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString();
        return percent + " %, " + StateStrip.brief(share.time());
    }

    /** How far below the top a part of a strip begins: what is worse is higher, too. */
    public static int top(@Nullable Condition condition) {
        return switch (condition) {
            case null -> 24;
            case CRITICAL, UNKNOWN -> 0;
            case WARNING, UNREACHABLE -> 6;
            case DOWNTIME, PENDING, OFF -> 16;
            case OK -> 12;
        };
    }

    /** All that a strip shows, as a sentence for who does not see it. */
    public static String described(StateStrip strip) {
        List<String> parts =
                strip.shares().entrySet().stream()
                        .map(one -> word(one.getKey()) + " " + share(one.getValue()))
                        .toList();
        return parts.isEmpty() ? "Nothing is known of that time" : String.join("; ", parts);
    }
}
