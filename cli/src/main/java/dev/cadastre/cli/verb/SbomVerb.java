package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre sbom HOST}. */
@Command(
        name = "sbom",
        synopsisSubcommandLabel = "",
        description = "Print what is installed on a host as CycloneDX JSON, for other tools.",
        footer = {
            "",
            "Example: cadastre sbom web1 > web1.cdx.json",
            "         cadastre sbom import web1 target/bom.json --app shop",
            "         cadastre sbom list web1"
        })
public final class SbomVerb implements Callable<Integer> {

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "HOST", description = "the host")
    private @Nullable String host;

    /** The verb of a session. */
    public SbomVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new SbomVerb(session))
                .addSubcommand(new SbomImportVerb(session))
                .addSubcommand(new SbomListVerb(session))
                .addSubcommand(new SbomRemoveVerb(session));
    }

    @Override
    public Integer call() {
        if (host == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Of which host? Name one, or see `cadastre hosts`.");
        }
        Path path = Path.of("hosts", host, "sbom").with("at", session.at());
        session.surroundings().out().println(JsonWriter.write(session.server().read(path)));
        return 0;
    }
}
