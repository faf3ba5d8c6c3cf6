package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cadastre relation}. */
@Command(
        name = "relation",
        description = "Say that there are relations on the map, or take that back.",
        footer = {"", "Example: cadastre relation set app:shop@qa depends-on service:5432-tcp@db1"})
public final class RelationVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new RelationVerb())
                .addSubcommand(new RelationSetVerb(session))
                .addSubcommand(new RelationRemoveVerb(session));
    }

    /** A type as the API writes it. */
    static String type(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What of it? set or remove.");
    }
}
