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

/** {@code cadastre bundle}. */
@Command(
        name = "bundle",
        description = "See who changes a host, and edit what a halted run has brought there.",
        footer = {"", "Example: cadastre bundle ls web1"})
public final class BundleVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new BundleVerb())
                .addSubcommand(new BundleListVerb(session))
                .addSubcommand(new BundlePullVerb(session))
                .addSubcommand(new BundlePushVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? ls, pull or push.");
    }
}
