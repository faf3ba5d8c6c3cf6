package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;

/** Finds the monitor that a person names. */
final class MonitorLookup {

    private MonitorLookup() {}

    /** The id of what is written as an id, or as an asset and a name. */
    static String id(Session session, String written) {
        int slash = written.lastIndexOf('/');
        if (slash < 0) {
            return written;
        }
        String asset = written.substring(0, slash);
        String name = written.substring(slash + 1);
        List<Json> found =
                session.server()
                        .read(Path.of("monitors").with("asset", asset).with("name", name))
                        .list("items");
        if (found.size() == 1) {
            return found.getFirst().text("id").orElse("?");
        }
        throw new Failure(
                Failure.Kind.NO,
                found.isEmpty()
                        ? "%s has no monitor %s.".formatted(asset, name)
                        : "%s has %d monitors %s.".formatted(asset, found.size(), name),
                "See `cadastre monitor list %s`; an id names one for sure.".formatted(asset));
    }
}
