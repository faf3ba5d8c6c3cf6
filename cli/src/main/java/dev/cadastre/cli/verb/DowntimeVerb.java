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

/** {@code cadastre downtime}. */
@Command(
        name = "downtime",
        description = "Say that something may not work for some time.",
        footer = {"", "Example: cadastre downtime begin host:web1 --for 2h --reason 'new fans'"})
public final class DowntimeVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new DowntimeVerb())
                .addSubcommand(new QuietListVerb(session, "downtime"))
                .addSubcommand(new QuietBeginVerb(session, "downtime"))
                .addSubcommand(new QuietEndVerb(session, "downtime"));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? list, begin or end.");
    }
}
