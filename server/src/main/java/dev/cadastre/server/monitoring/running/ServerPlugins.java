package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.Account;
import dev.cadastre.plugin.Launcher;
import dev.cadastre.plugin.Outcome;
import dev.cadastre.plugin.Platform;
import dev.cadastre.plugin.PluginCommand;
import dev.cadastre.plugin.PluginResult;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs plug-ins on this machine, by their names in one folder, as another account that the server's
 * home is closed to. Thread-safe.
 */
@Component
class ServerPlugins {

    private static final String ROOT = "root";

    private final MonitoringProperties properties;
    private volatile @Nullable Launcher launcher;

    ServerPlugins(MonitoringProperties properties) {
        this.properties = properties;
    }

    PluginResult run(List<String> command, Duration timeout) throws InterruptedException {
        Optional<String> obstacle = Platform.problem();
        if (obstacle.isPresent()) {
            return PluginResult.unknown(obstacle.get());
        }
        Optional<Account> account = Account.named(properties.pluginUser());
        if (account.isEmpty()) {
            return PluginResult.unknown(
                    "There is no account %s on the server to run plug-ins as; see cadastre.monitoring.plugin-user"
                            .formatted(properties.pluginUser()));
        }
        if (account.get().user() == 0) {
            return PluginResult.unknown("Plug-ins are never run as " + ROOT);
        }
        Path program = properties.plugins().toAbsolutePath().resolve(command.getFirst());
        PluginCommand order =
                PluginCommand.of(program, command.subList(1, command.size()).toArray(String[]::new))
                        .within(timeout)
                        .as(account.get().withoutGroups());
        Outcome outcome = launcher().run(order);
        return PluginResult.of(outcome);
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
