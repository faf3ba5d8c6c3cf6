package dev.cadastre.server.monitoring.running;

import dev.cadastre.ini.Quoted;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which programs are plug-ins that run on the server's own machine. Pure. */
final class PluginNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final Set<String> refused;

    PluginNames(MonitoringProperties properties) {
        this.folder = properties.plugins().toAbsolutePath();
        this.refused = properties.refusedPlugins();
    }

    /** The file of a plug-in that is not refused. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Why a program is not run, as a sentence without an end; empty if it is. */
    Optional<String> refusal(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return Optional.of(
                    "%s is no name of a plug-in, and on the server's machine only those in %s are run"
                            .formatted(Quoted.of(name), folder));
        }
        return refused.contains(name)
                ? Optional.of(
                        name
                                + " runs whatever it is told to, which"
                                + " [monitoring] refused-plugins keeps from the server's"
                                + " machine")
                : Optional.empty();
    }
}
