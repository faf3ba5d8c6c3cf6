package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a monitor that is told of has been silent for too long. A server that was away
 * did not hear anybody, so silence counts from its start at the earliest. Pure.
 */
final class Silence {

    /** The setting of passive monitors by which their results get old. */
    static final String FRESHNESS = "freshness";

    private static final int LOOKS = 4;
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    private Silence() {}

    /** How often it is looked at; empty if it may be silent for as long as it likes. */
    static Optional<Duration> lookEvery(MonitorDefinition definition) {
        return most(definition)
                .map(most -> most.dividedBy(LOOKS))
                .map(look -> look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look)
                .map(look -> look.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : look);
    }

    private static Optional<Duration> most(MonitorDefinition definition) {
        return definition.kind() == MonitorKind.HEARTBEAT
                ? Optional.of(definition.interval())
                : definition.setting(FRESHNESS).flatMap(TimeSpan::parse);
    }

    /**
     * What its silence says; empty if it is not too long yet.
     *
     * @param last its last result, which may have been its silence already
     * @param begun since when the server listens
     */
    static Optional<PluginResult> of(
            MonitorDefinition definition, @Nullable LastResult last, Instant begun, Instant now) {
        Optional<Duration> most = most(definition);
        if (most.isEmpty()) {
            return Optional.empty();
        }
        Instant since = last == null || last.at().isBefore(begun) ? begun : last.at();
        Duration silent = Duration.between(since, now);
        if (silent.compareTo(most.get()) <= 0) {
            return Optional.empty();
        }
        boolean heartbeat = definition.kind() == MonitorKind.HEARTBEAT;
        String text =
                heartbeat
                        ? "It has not called in for more than " + TimeSpan.format(most.get())
                        : "No result came for more than " + TimeSpan.format(most.get());
        return Optional.of(
                PluginResult.stated(heartbeat ? PluginState.CRITICAL : PluginState.UNKNOWN, text));
    }
}
