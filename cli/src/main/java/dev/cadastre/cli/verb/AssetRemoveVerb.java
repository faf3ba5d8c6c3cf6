package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre asset remove ID}. */
@Command(
        name = "remove",
        description = {
            "Take back what was said of an asset.",
            "One that nothing observes is gone from the map then, with its relations."
        },
        footer = {"", "Example: cadastre asset remove device:switch3"})
final class AssetRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre assets` shows it")
    private String id = "";

    AssetRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("assets", id), "");
        session.remark("Took back what was said of %s.".formatted(id));
        return 0;
    }
}
