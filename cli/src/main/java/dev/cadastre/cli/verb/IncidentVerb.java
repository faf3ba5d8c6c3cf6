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

/** {@code cadastre incident}. */
@Command(
        name = "incident",
        description = "See what is broken because of what, and look after it.",
        footer = {"", "Example: cadastre incident list --state unresolved"})
public final class IncidentVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new IncidentVerb())
                .addSubcommand(new IncidentListVerb(session))
                .addSubcommand(new IncidentShowVerb(session))
                .addSubcommand(new IncidentAcknowledgeVerb(session))
                .addSubcommand(new IncidentCommentVerb(session))
                .addSubcommand(new IncidentResolveVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? list, show, acknowledge, comment or resolve.");
    }
}
