package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre advisories [HOST]}. */
@Command(
        name = "advisories",
        synopsisSubcommandLabel = "",
        description = "Show which of the advisories that were loaded affect hosts.",
        footer = {
            "",
            "Example: cadastre advisories web1",
            "         cadastre advisories --id CVE-2024-5535",
            "         cadastre advisories load all.zip"
        })
public final class AdvisoriesVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "those that affect this host")
    private @Nullable String host;

    @Option(names = "--package", paramLabel = "NAME", description = "those about a package")
    private @Nullable String packageName;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "the hosts that an advisory affects, by its name or an alias")
    private @Nullable String id;

    @Option(names = "--limit", paramLabel = "N", description = "end after N items")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public AdvisoriesVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new AdvisoriesVerb(session))
                .addSubcommand(new AdvisoriesLoadVerb(session));
    }

    @Override
    public Integer call() {
        var listing = new Listing(session.server());
        if (id == null) {
            Path path = Path.of("advisories").with("host", host).with("name", packageName);
            session.printer().list(listing.read(path, limit), SupportColumns.ADVISORIES);
        } else {
            session.server().read(Path.of("advisories", id));
            session.printer()
                    .list(
                            listing.read(Path.of("advisories", id, "hosts"), limit),
                            SupportColumns.ADVISORY_HOSTS);
        }
        return 0;
    }
}
