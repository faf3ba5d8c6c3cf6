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

/** {@code cadastre parcel}. */
@Command(
        name = "parcel",
        description = {
            "Make, check, sign and copy application packages; no server is needed.",
            "add, list and remove are about those that the server keeps."
        },
        footer = {"", "Example: cadastre parcel new shop && cadastre parcel verify shop"})
public final class ParcelVerb implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new ParcelVerb())
                .addSubcommand(new ParcelNewVerb(session))
                .addSubcommand(new ParcelVerifyVerb(session))
                .addSubcommand(new ParcelBuildVerb(session))
                .addSubcommand(new ParcelShowVerb(session))
                .addSubcommand(new ParcelManualVerb(session))
                .addSubcommand(new ParcelUnpackVerb(session))
                .addSubcommand(new ParcelKeyVerb(session))
                .addSubcommand(new ParcelSignVerb(session))
                .addSubcommand(new ParcelPushVerb(session))
                .addSubcommand(new ParcelPullVerb(session))
                .addSubcommand(new ParcelMirrorVerb(session))
                .addSubcommand(new ParcelSearchVerb(session))
                .addSubcommand(new ParcelResolveVerb(session))
                .addSubcommand(new ParcelAddVerb(session))
                .addSubcommand(new ParcelListVerb(session))
                .addSubcommand(new ParcelRemoveVerb(session));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "What of it? new, verify, build, show, manual, unpack, key, sign, push, pull, mirror,"
                        + " search, resolve, add, list or remove.");
    }
}
