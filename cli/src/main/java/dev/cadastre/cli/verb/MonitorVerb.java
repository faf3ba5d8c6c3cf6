package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cadastre monitor}. */
@Command(
        name = "monitor",
        description = "Have things checked, and see how they are.",
        footer = {"", "Example: cadastre monitor list --state problem"})
public final class MonitorVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new MonitorVerb())
                .addSubcommand(new MonitorListVerb(session))
                .addSubcommand(new MonitorShowVerb(session))
                .addSubcommand(new MonitorAddVerb(session))
                .addSubcommand(new MonitorChangeVerb(session))
                .addSubcommand(new MonitorRemoveVerb(session))
                .addSubcommand(new MonitorCheckVerb(session))
                .addSubcommand(new MonitorResultVerb(session))
                .addSubcommand(new MonitorHeartbeatVerb(session))
                .addSubcommand(new MonitorHistoryVerb(session))
                .addSubcommand(new MonitorDefinitionsVerb(session))
                .addSubcommand(MonitorTemplatesVerb.tree(session))
                .addSubcommand(new MonitorKindsVerb(session))
                .addSubcommand(new MonitorStatusVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? list, show, add, change, remove, check, result, heartbeat, history,"
                        + " definitions, templates, kinds or status.");
    }
}
