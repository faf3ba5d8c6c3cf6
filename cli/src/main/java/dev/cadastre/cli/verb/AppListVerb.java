package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppColumns;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre app list [ENVIRONMENT]}. */
@Command(
        name = "list",
        description = "List apps, with what they are of and where they are.",
        footer = {
            "",
            "Example: cadastre app list qa",
            "         cadastre app list --parcel postgresql"
        })
final class AppListVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "ENVIRONMENT",
            description = "in an environment; in all, if it is not said")
    private @Nullable String environment;

    @Option(names = "--parcel", paramLabel = "NAME", description = "of a parcel")
    private @Nullable String parcel;

    AppListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("apps").with("environment", environment).with("parcel", parcel);
        session.printer().list(new Listing(session.server()).read(path, null), AppColumns.APPS);
        return 0;
    }
}
