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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs commands of checks on hosts, over the connection that is there anyway. A host that cannot be
 * reached is not tried again by each check of it. Thread-safe.
 */
@Component
class HostCommands {

    /** What is kept of what a command prints, of standard output and standard error each. */
    static final int KEPT = 64 * 1024;

    private final Dispatch dispatch;
    private final HostPauses pauses;

    HostCommands(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.pauses = new HostPauses(clock);
    }

    /**
     * Runs a command, unless the host is left alone for now.
     *
     * @param meaning of a command that ended in time
     */
    PluginResult run(
            DeclaredHost host,
            HostCommand command,
            Function<CommandResult.Ended, PluginResult> meaning) {
        HostPause before = pauses.of(host);
        return pauses.unfinished(before)
                .map(HostCommands::unreached)
                .orElseGet(() -> run(host, command, meaning, before));
    }

    private PluginResult run(
            DeclaredHost host,
            HostCommand command,
            Function<CommandResult.Ended, PluginResult> meaning,
            @Nullable HostPause before) {
        return switch (dispatch.run(host, command)) {
            case CommandResult.Ended ended -> {
                pauses.reached(host);
                yield ended.inTime() ? meaning.apply(ended) : late(ended, command.limit());
            }
            case CommandResult.Unreached failure -> unreached(pauses.failed(host, before, failure));
            case CommandResult.Failed(String reason, String remedy) -> unknown(reason, remedy);
        };
    }

    private static PluginResult unreached(HostPause pause) {
        return unknown(pause.told(), pause.last().remedy());
    }

    private static PluginResult late(CommandResult.Ended ended, Duration limit) {
        return understood(new Ending.TimedOut(limit), ended);
    }

    /** What plug-ins mean by how they end and what they print. */
    static PluginResult understood(Ending ending, CommandResult.Ended ended) {
        return PluginResult.of(
                new Outcome(
                        ending,
                        captured(ended.output()),
                        captured(ended.errors()),
                        false,
                        Duration.ZERO));
    }

    /** A check that could not be made. */
    static PluginResult unknown(String reason, @Nullable String remedy) {
        return new PluginResult(
                PluginState.UNKNOWN,
                Optional.of(reason),
                reason,
                Objects.requireNonNullElse(remedy, ""),
                List.of(),
                List.of());
    }

    private static Captured captured(Printed printed) {
        return new Captured(printed.text(), printed.dropped(), printed.wellFormed());
    }
}
