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

/** {@code cadastre token}. */
@Command(
        name = "token",
        description = "Make, list and revoke tokens for programs.",
        footer = {"", "Example: cadastre token create ci --role viewer --expires 90d"})
public final class TokenVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new TokenVerb())
                .addSubcommand(new TokenCreateVerb(session))
                .addSubcommand(new TokenListVerb(session))
                .addSubcommand(new TokenRevokeVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? create, list or revoke.");
    }
}
