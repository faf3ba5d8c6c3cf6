package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel remove NAME VERSION}. */
@Command(
        name = "remove",
        description = "Remove a parcel from the server; refused as long as an app has it.",
        footer = {"", "Example: cadastre parcel remove shop 1.4.1"})
final class ParcelRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "the parcel")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            description = "as `cadastre parcel list --all-versions` shows it")
    private String version = "";

    ParcelRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("parcels", name, version), "");
        session.remark("%s %s is removed.".formatted(name, version));
        return 0;
    }
}
