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

/** {@code cadastre deployment}. */
@Command(
        name = "deployment",
        description = "Tell of deployments, and list them.",
        footer = {"", "Example: cadastre deployment add shop 1.4.2 --host web1 --host web2"})
public final class DeploymentVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new DeploymentVerb())
                .addSubcommand(new DeploymentAddVerb(session))
                .addSubcommand(new DeploymentListVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? add or list.");
    }
}
