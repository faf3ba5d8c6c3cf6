package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.storage.Continuity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a monitor that is told of has been silent for too long. A server that was away
 * did not hear anybody, so silence counts at the earliest from when it went on. Pure.
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
     * What its silence says; empty if it is not too long yet. While that is not certain, it says so
     * again after each retry interval, and else as often as it may be silent.
     *
     * @param last its last result, which may have been its silence already
     * @param since since when the server listens without a break
     */
    static Optional<PluginResult> of(
            Watched one, @Nullable LastResult last, Instant since, Instant now) {
        return most(one.definition())
                .flatMap(most -> {
                    PluginResult silence = silence(one.definition().kind(), most);
                    Duration silent = Duration.between(heard(last, since, now), now);
                    boolean enough =
                            (one.standing().isSoft() && isSilence(last, silence))
                                    ? silent.compareTo(one.definition().retryInterval()) >= 0
                                    : silent.compareTo(most) > 0;
                    return enough ? Optional.of(silence) : Optional.empty();
                });
    }

    private static PluginResult silence(MonitorKind kind, Duration most) {
        return kind == MonitorKind.HEARTBEAT
                ? PluginResult.stated(
                        PluginState.CRITICAL,
                        "It has not called in for more than " + TimeSpan.format(most))
                : PluginResult.stated(
                        PluginState.UNKNOWN,
                        "No result came for more than " + TimeSpan.format(most));
    }

    private static boolean isSilence(@Nullable LastResult last, PluginResult silence) {
        return last != null
                && last.by().equals(Finding.SERVER)
                && last.output().equals(silence.text());
    }

    /** A result from ahead of the clock is from before that was put back. */
    private static Instant heard(@Nullable LastResult last, Instant since, Instant now) {
        return last == null
                        || last.at().isBefore(since)
                        || last.at().isAfter(now.plus(Continuity.UNNOTICED))
                ? since
                : last.at();
    }
}
