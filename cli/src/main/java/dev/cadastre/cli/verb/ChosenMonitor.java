package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is changed or removed: one monitor, or a definition with all that it makes. */
final class ChosenMonitor {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MONITOR",
            description = "its id, or ASSET/NAME as in host:web1/disk")
    private @Nullable String monitor;

    @Option(
            names = "--definition",
            paramLabel = "ID",
            description = "a definition, as `cadastre monitor definitions` shows it")
    private @Nullable String definition;

    boolean isDefinition() {
        return definition != null;
    }

    /** The id of the monitor. */
    String monitor(Session session) {
        if ((monitor == null) == (definition == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Name a monitor, or a --definition.");
        }
        return MonitorLookup.id(session, Objects.requireNonNullElse(monitor, ""));
    }

    /** The id of the definition, which may be that of the monitor. */
    String definition(Session session) {
        if (definition != null && monitor == null) {
            return definition;
        }
        return session.server()
                .read(Path.of("monitors", monitor(session)))
                .text("definition")
                .orElse("?");
    }
}
