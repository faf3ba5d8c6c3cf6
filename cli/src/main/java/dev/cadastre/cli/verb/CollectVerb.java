package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre collect [HOST…|QUERY]}. */
@Command(
        name = "collect",
        description = {
            "Collect hosts now, and wait until that is done.",
            "Exit status 1 if some host could not be collected."
        },
        footer = {
            "",
            "Example: cadastre collect web1 web2",
            "         cadastre collect --environment qa",
            "         cadastre collect 'group:web seen>1h'",
            "         cadastre collect --pace"
        })
public final class CollectVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "HOST",
            description = {
                "names, or a query such as group:web; without any, all hosts",
                "Words are names unless one is a term of a query."
            })
    private List<String> hosts = List.of();

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "all hosts of an environment")
    private @Nullable String environment;

    @Option(
            names = "--pace",
            description = "collect nothing; tell how often hosts are collected, and why")
    private boolean pace;

    /** The verb of a session. */
    public CollectVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (pace) {
            Json answer = session.server().read(Path.of("collections", "pace"));
            session.printer().attributes(answer, Columns.PACE);
            return 0;
        }
        List<String> meant = meant();
        if (meant.isEmpty() && !hosts.isEmpty()) {
            session.remark("No host matches.");
            return 1;
        }
        Json request =
                new JsonObject().with("hosts", meant).with("environment", environment).json();
        Json ended = await(session.server().write("POST", Path.of("collections"), request));
        session.printer().list(ended, Columns.OUTCOMES);
        long failed = ended.list("items").stream().filter(item -> !collected(item)).count();
        if (failed > 0) {
            session.remark("%d of %d failed.".formatted(failed, ended.list("items").size()));
        }
        return failed == 0 ? 0 : 1;
    }

    /** The names that were given, or those that the query finds. */
    private List<String> meant() {
        if (hosts.stream().noneMatch(QueryText::isTerm)) {
            return hosts;
        }
        QueryText query = QueryText.of(hosts);
        Path path = query.applyTo(Path.of("hosts"));
        Json found = query.explaining(() -> new Listing(session.server()).read(path, null));
        return found.list("items").stream().flatMap(host -> host.text("name").stream()).toList();
    }

    private Json await(Json started) throws InterruptedException {
        Path path = Path.of("collections", started.text("id").orElse(""));
        Json collection = started;
        while (number(collection, "done") < number(collection, "total")) {
            session.progress(
                    "collected %d of %d"
                            .formatted(number(collection, "done"), number(collection, "total")));
            session.surroundings().pause().take();
            collection = session.server().read(path);
        }
        session.progress("");
        // What is answered at the start may leave the hosts out.
        return collection.list("items").isEmpty() ? session.server().read(path) : collection;
    }

    private static int number(Json collection, String name) {
        return collection.text(name).map(Integer::parseInt).orElse(0);
    }

    private static boolean collected(Json item) {
        return item.text("outcome", "kind").orElse("").equals("COLLECTED");
    }
}
