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

/** {@code cadastre estate}. */
@Command(
        name = "estate",
        description = "Look at the estate file, check it, and have it applied.",
        footer = {"", "Example: cadastre estate check estate.ini"})
public final class EstateVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new EstateVerb())
                .addSubcommand(new EstateShowVerb(session))
                .addSubcommand(new EstateCheckVerb(session))
                .addSubcommand(new EstateApplyVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? show, check or apply.");
    }
}
