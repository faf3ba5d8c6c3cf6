package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.Ending;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.dispatch.HostCommand;
import dev.cadastre.server.estate.DeclaredHost;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runs plug-ins and scripts that hosts have. Thread-safe. */
@Component
class HostPlugins {

    private static final int SIGNALLED = 128;
    private static final int MOST_SIGNALS = 64;

    private static final List<String> FOLDERS =
            List.of(
                    "/usr/lib/nagios/plugins",
                    "/usr/lib64/nagios/plugins",
                    "/usr/local/nagios/libexec",
                    "/usr/lib/monitoring-plugins",
                    "/usr/local/libexec/nagios");

    private final HostCommands commands;

    HostPlugins(HostCommands commands) {
        this.commands = commands;
    }

    PluginResult run(DeclaredHost host, List<String> command, Duration timeout) {
        return commands.run(
                host,
                new HostCommand(command, FOLDERS, timeout, HostCommands.KEPT),
                ended -> HostCommands.understood(ending(ended.status()), ended));
    }

    /** A shell says by a status above 128 that a signal ended what it ran. */
    private static Ending ending(int status) {
        int signal = status - SIGNALLED;
        return signal > 0 && signal <= MOST_SIGNALS
                ? new Ending.Signalled(signal)
                : new Ending.Exited(status);
    }
}
