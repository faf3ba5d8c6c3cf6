package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cadastre correct}. */
@Command(
        name = "correct",
        description =
                "Put the map right: what you say holds against what is seen, until you withdraw it.",
        footer = {
            "",
            "Example: cadastre correct deny daemon:cron@web1 connects-to service:25-tcp@mail --reason 'a test'"
        })
public final class CorrectVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new CorrectVerb())
                .addSubcommand(new CorrectConfirmVerb(session))
                .addSubcommand(new CorrectDenyVerb(session))
                .addSubcommand(new CorrectMergeVerb(session))
                .addSubcommand(new CorrectRenameVerb(session))
                .addSubcommand(new CorrectOwnerVerb(session))
                .addSubcommand(new CorrectListVerb(session))
                .addSubcommand(new CorrectWithdrawVerb(session));
    }

    /** Sends a correction and says its number. */
    static int send(Session session, JsonObject correction) {
        Json made = session.server().write("POST", Path.of("corrections"), correction.json());
        String id = made.text("id").orElse("?");
        session.remark(
                "Correction %s; take it back with `cadastre correct withdraw %s`."
                        .formatted(id, id));
        return 0;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? confirm, deny, merge, rename, owner, list or withdraw.");
    }
}
