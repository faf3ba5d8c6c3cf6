package dev.cadastre.cli.verb;

import dev.cadastre.cli.bundle.Bundles;
import dev.cadastre.cli.bundle.ServerBundles;
import dev.cadastre.cli.offline.ChosenHosts;
import dev.cadastre.cli.offline.EstateHosts;
import dev.cadastre.cli.offline.OfflineBundles;
import dev.cadastre.cli.offline.OfflineHost;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** On which host bundles are looked at, and by whom it is reached. */
final class BundleHost {

    @Parameters(
            index = "0",
            paramLabel = "HOST",
            description = {"its name", "With --offline also as ops@web1:2222."})
    private String host = "";

    @Option(
            names = "--offline",
            description = "without a server: reach the host from this machine by SSH")
    private boolean offline;

    @Option(
            names = "--estate",
            paramLabel = "ESTATE",
            description = "with --offline: an estate file that has the host's address")
    private @Nullable Path estate;

    /** Those on the host. The caller closes them. */
    Bundles bundles(Session session) {
        if (!offline) {
            if (estate != null) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "--estate is for looking without a server",
                        "Add --offline, or leave it out.");
            }
            return new ServerBundles(session.server(), host);
        }
        EstateHosts known = estate == null ? null : EstateHosts.read(estate);
        boolean isWritten = host.contains("@");
        List<OfflineHost> found =
                ChosenHosts.find(
                        isWritten ? List.of() : List.of(host),
                        isWritten ? List.of(host) : List.of(),
                        known);
        if (found.size() != 1) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "%s means %d hosts".formatted(host, found.size()),
                    "Name one host.");
        }
        return new OfflineBundles(session, found.getFirst());
    }

    /** As it was written. */
    String name() {
        return host;
    }
}
