package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.Account;
import dev.cadastre.plugin.Launcher;
import dev.cadastre.plugin.Platform;
import dev.cadastre.plugin.PluginCommand;
import dev.cadastre.plugin.PluginResult;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Runs plug-ins on this machine, by their names in one folder, as another account that the server's
 * home is closed to. What may not be run has the state UNKNOWN and says why. Thread-safe.
 */
@Component
class ServerPlugins {

    /** Looking an account up reads files, or asks a directory server. */
    private static final Duration ACCOUNT_HOLDS = Duration.ofSeconds(10);

    private final MonitoringProperties properties;
    private final PluginNames names;
    private final Supplier<PluginAccount> decision;
    private volatile @Nullable Launcher launcher;

    @Autowired
    ServerPlugins(MonitoringProperties properties) {
        this(properties, ServerRights.ofThisProcess());
    }

    ServerPlugins(MonitoringProperties properties, Optional<ServerRights> server) {
        this.properties = properties;
        this.names = new PluginNames(properties);
        this.decision =
                new Remembered<>(
                        () ->
                                PluginAccount.of(
                                        properties, Account.named(properties.pluginUser()), server),
                        ACCOUNT_HOLDS,
                        System::nanoTime);
    }

    PluginResult run(List<String> command, Duration timeout) throws InterruptedException {
        Optional<String> obstacle = Platform.problem().or(() -> names.refusal(command.getFirst()));
        if (obstacle.isPresent()) {
            return PluginResult.unknown(obstacle.get());
        }
        return switch (decision.get()) {
            case PluginAccount.Usable(Account account) -> run(command, timeout, account);
            case PluginAccount.Refused(String why) -> PluginResult.unknown(why);
        };
    }

    private PluginResult run(List<String> command, Duration timeout, Account account)
            throws InterruptedException {
        PluginCommand order =
                PluginCommand.of(
                                names.file(command.getFirst()),
                                command.subList(1, command.size()).toArray(String[]::new))
                        .within(timeout)
                        .as(account);
        return PluginResult.of(launcher().run(order));
    }

    private synchronized Launcher launcher() {
        Launcher known = launcher;
        if (known == null) {
            known = new Launcher(properties.pluginsAtOnce());
            launcher = known;
        }
        return known;
    }

    @PreDestroy
    void close() {
        Launcher known = launcher;
        if (known != null) {
            known.close();
        }
    }
}
