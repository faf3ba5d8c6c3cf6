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

/** {@code cadastre team}. */
@Command(
        name = "team",
        description = "Say how teams are reached, and list them.",
        footer = {"", "Example: cadastre team set payments --email payments@example.com"})
public final class TeamVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new TeamVerb())
                .addSubcommand(new TeamSetVerb(session))
                .addSubcommand(new TeamListVerb(session))
                .addSubcommand(new TeamRemoveVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? set, list or remove.");
    }
}
