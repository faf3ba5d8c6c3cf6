package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.Captured;
import dev.cadastre.plugin.Ending;
import dev.cadastre.plugin.Outcome;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.dispatch.CommandResult;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.HostCommand;
import dev.cadastre.server.dispatch.Printed;
import dev.cadastre.server.estate.DeclaredHost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs plug-ins and scripts on hosts, over the connection that is there anyway. A host that cannot
 * be reached is not tried again by each check of it. Thread-safe.
 */
@Component
class HostPlugins {

    private static final int KEPT = 64 * 1024;
    private static final int SIGNALLED = 128;
    private static final int MOST_SIGNALS = 64;

    private static final List<String> FOLDERS =
            List.of(
                    "/usr/lib/nagios/plugins",
                    "/usr/lib64/nagios/plugins",
                    "/usr/local/nagios/libexec",
                    "/usr/lib/monitoring-plugins",
                    "/usr/local/libexec/nagios");

    private final Dispatch dispatch;
    private final HostPauses pauses;

    HostPlugins(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.pauses = new HostPauses(clock);
    }

    PluginResult run(DeclaredHost host, List<String> command, Duration timeout) {
        HostPause before = pauses.of(host);
        return pauses.unfinished(before)
                .map(HostPlugins::unreached)
                .orElseGet(() -> run(host, command, timeout, before));
    }

    private PluginResult run(
            DeclaredHost host, List<String> command, Duration timeout, @Nullable HostPause before) {
        return switch (dispatch.run(host, new HostCommand(command, FOLDERS, timeout, KEPT))) {
            case CommandResult.Ended ended -> {
                pauses.reached(host);
                yield result(ended, timeout);
            }
            case CommandResult.Unreached failure -> unreached(pauses.failed(host, before, failure));
            case CommandResult.Failed(String reason, String remedy) -> unknown(reason, remedy);
        };
    }

    private static PluginResult unreached(HostPause pause) {
        return unknown(pause.told(), pause.last().remedy());
    }

    private static PluginResult unknown(String reason, @Nullable String remedy) {
        return new PluginResult(
                PluginState.UNKNOWN,
                Optional.of(reason),
                reason,
                Objects.requireNonNullElse(remedy, ""),
                List.of(),
                List.of());
    }

    private static PluginResult result(CommandResult.Ended ended, Duration timeout) {
        Ending ending = ended.inTime() ? ending(ended.status()) : new Ending.TimedOut(timeout);
        return PluginResult.of(
                new Outcome(
                        ending,
                        captured(ended.output()),
                        captured(ended.errors()),
                        false,
                        Duration.ZERO));
    }

    /** A shell says by a status above 128 that a signal ended what it ran. */
    private static Ending ending(int status) {
        int signal = status - SIGNALLED;
        return signal > 0 && signal <= MOST_SIGNALS
                ? new Ending.Signalled(signal)
                : new Ending.Exited(status);
    }

    private static Captured captured(Printed printed) {
        return new Captured(printed.text(), printed.dropped(), printed.wellFormed());
    }
}
