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

/** {@code cadastre app}. */
@Command(
        name = "app",
        description =
                "Deploy parcels, and configure, upgrade, undo and remove what is deployed; or try one on this machine.",
        footer = {"", "Example: cadastre app deploy shop@qa shop:1.4.2 --on group:web"})
public final class AppVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new AppVerb())
                .addSubcommand(new AppListVerb(session))
                .addSubcommand(new AppShowVerb(session))
                .addSubcommand(new AppHistoryVerb(session))
                .addSubcommand(new AppDeployVerb(session))
                .addSubcommand(new AppConfigureVerb(session))
                .addSubcommand(new AppUpgradeVerb(session))
                .addSubcommand(new AppUndoVerb(session))
                .addSubcommand(new AppRemoveVerb(session))
                .addSubcommand(new AppTryVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? list, show, history, deploy, configure, upgrade, undo, remove or try.");
    }
}
