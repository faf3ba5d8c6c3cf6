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

/** {@code cadastre run}. */
@Command(
        name = "run",
        description = "Change hosts: plan, start, watch, halt, resume and undo.",
        footer = {"", "Example: cadastre run start shop.change --on web1,web2"})
public final class RunVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        CommandLine tree =
                new CommandLine(new RunVerb())
                        .addSubcommand(new RunPlanVerb(session))
                        .addSubcommand(new RunStartVerb(session))
                        .addSubcommand(new RunListVerb(session))
                        .addSubcommand(new RunShowVerb(session))
                        .addSubcommand(new RunWatchVerb(session))
                        .addSubcommand(new RunResumeVerb(session))
                        .addSubcommand(new RunSkipVerb(session))
                        .addSubcommand(new RunConfirmVerb(session))
                        .addSubcommand(new RunSettleVerb(session))
                        .addSubcommand(new RunStepVerb(session))
                        .addSubcommand(new RunUploadVerb(session));
        for (RunRequestVerb.Word word : RunRequestVerb.Word.values()) {
            tree.addSubcommand(RunRequestVerb.of(session, word));
        }
        for (RunAgainVerb.Word word : RunAgainVerb.Word.values()) {
            tree.addSubcommand(RunAgainVerb.of(session, word));
        }
        return tree;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? plan, start, ls, show, watch, halt, stop, resume, retry, undo, skip,"
                        + " confirm, settle, step, approve, release or upload.");
    }
}
