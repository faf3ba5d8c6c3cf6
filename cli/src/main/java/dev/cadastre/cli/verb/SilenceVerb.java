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

/** {@code cadastre silence}. */
@Command(
        name = "silence",
        description = "Keep incidents from being told for some time.",
        footer = {"", "Example: cadastre silence begin host:web1 --for 2h --reason 'new fans'"})
public final class SilenceVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new SilenceVerb())
                .addSubcommand(new QuietListVerb(session, "silence"))
                .addSubcommand(new QuietBeginVerb(session, "silence"))
                .addSubcommand(new QuietEndVerb(session, "silence"));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? list, begin or end.");
    }
}
