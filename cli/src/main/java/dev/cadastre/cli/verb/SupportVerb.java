package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre support [HOST]}. */
@Command(
        name = "support",
        synopsisSubcommandLabel = "",
        description = "Show what is out of support or soon will be, and what could take its place.",
        footer = {
            "",
            "Example: cadastre support web1",
            "         cadastre support --status ended",
            "         cadastre support --line python/3.9",
            "         cadastre support load python.json"
        })
public final class SupportVerb implements Callable<Integer> {

    /** What can be asked for. */
    enum Status {
        ENDED,
        ENDING,
        SUPPORTED,
        UNKNOWN
    }

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "what this host has; without it, how many hosts have what")
    private @Nullable String host;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "only what is ended, ending, supported or unknown")
    private @Nullable Status status;

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "what ends in so many days is ending (default: 180d)")
    private @Nullable String within;

    @Option(
            names = "--line",
            paramLabel = "PRODUCT/CYCLE",
            description = "who has that line of releases, with the ways up of each host")
    private @Nullable String line;

    /** The verb of a session. */
    public SupportVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new SupportVerb(session))
                .addSubcommand(new SupportLoadVerb(session));
    }

    @Override
    public Integer call() {
        if (line != null) {
            Json hosts = new Listing(session.server()).read(hostsOf(line), null);
            session.printer().list(hosts, SupportColumns.LINE_HOSTS);
        } else if (host == null) {
            Path path =
                    Path.of("support")
                            .with("status", status == null ? null : status.name())
                            .with("within", within);
            session.printer().list(session.server().read(path), SupportColumns.LINES);
        } else {
            Json answer =
                    session.server().read(Path.of("hosts", host, "support").with("within", within));
            session.printer()
                    .items(
                            answer,
                            answer.list("items").stream().filter(this::isWanted).toList(),
                            SupportColumns.ITEMS);
        }
        return 0;
    }

    private Path hostsOf(String wanted) {
        int slash = wanted.indexOf('/');
        if (slash <= 0 || slash == wanted.length() - 1 || isNarrowed()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "A line of releases is named as in --line python/3.9, and alone.");
        }
        return Path.of("support", wanted.substring(0, slash), wanted.substring(slash + 1), "hosts");
    }

    private boolean isNarrowed() {
        return host != null || status != null || within != null;
    }

    private boolean isWanted(Json item) {
        return status == null || item.text("support", "status").orElse("").equals(status.name());
    }
}
