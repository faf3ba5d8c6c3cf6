package dev.cadastre.cli.verb;

import dev.cadastre.cli.offline.ChosenHosts;
import dev.cadastre.cli.offline.EstateHosts;
import dev.cadastre.cli.offline.OfflineHost;
import dev.cadastre.cli.server.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which hosts something is done, and by whom they are reached. */
final class HostChoice {

    @Option(
            names = "--on",
            paramLabel = "HOSTS",
            description = {
                "names of hosts with commas between them, or a query as group:web",
                "With --offline: names, group:NAME and env:NAME of the estate file."
            })
    private List<String> on = List.of();

    @Option(
            names = "--offline",
            description = "without a server: reach the hosts from this machine by SSH")
    private boolean offline;

    @Option(
            names = "--host",
            paramLabel = "USER@HOST:PORT",
            description = "with --offline: one more host; several times for several")
    private List<String> written = List.of();

    @Option(
            names = "--estate",
            paramLabel = "ESTATE",
            description = "with --offline: an estate file that has addresses and values of hosts")
    private @Nullable Path estate;

    boolean isOffline() {
        if (!offline && (!written.isEmpty() || estate != null)) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "--host and --estate are for runs without a server",
                    "Add --offline, or leave them out.");
        }
        return offline;
    }

    /** Those that this machine reaches. */
    List<OfflineHost> offline() {
        EstateHosts known = estate == null ? null : EstateHosts.read(estate);
        List<OfflineHost> hosts = ChosenHosts.find(on, written, known);
        if (hosts.isEmpty()) {
            throw nowhere();
        }
        return hosts;
    }

    /** The names of those of a server; empty if there is a query. */
    List<String> names() {
        List<String> names = words();
        return isQuery(names) ? List.of() : names;
    }

    /** The query for those of a server; empty if there are names. */
    String query() {
        return isQuery(words()) ? String.join(" ", on) : "";
    }

    private List<String> words() {
        List<String> names =
                on.stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            throw nowhere();
        }
        return names;
    }

    private static boolean isQuery(List<String> names) {
        return names.stream().anyMatch(QueryText::isTerm);
    }

    private static Failure nowhere() {
        return new Failure(
                Failure.Kind.USAGE, "On no host", "Name some: --on web1,web2, or --host ops@web1.");
    }
}
