package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.ChangeUpload;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.run.AskedSecrets;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change that a server is to run: sent to it, and planned by it. */
public final class ServerPlan {

    private final Session session;
    private final Server server;
    private final Wish wish;
    private final GivenChange given;
    private final RunSecrets secrets;

    /**
     * What somebody asks for.
     *
     * @param source a {@code .change} file or a jar
     * @param program which change of the jar; null for its only one
     * @param hosts names of hosts; empty for those of the query
     * @param query empty for those hosts
     * @param parameters that the change is given
     * @param settings how
     */
    public record Wish(
            java.nio.file.Path source,
            @Nullable String program,
            List<String> hosts,
            String query,
            Map<String, String> parameters,
            RunSettings settings) {
        /** Copies what can be changed. */
        public Wish {
            hosts = List.copyOf(hosts);
            parameters = Map.copyOf(parameters);
        }

        /** The same at these hosts. */
        public Wish at(List<String> names) {
            return new Wish(source, program, names, "", parameters, settings);
        }
    }

    /** Reads the change; whatever is wrong with it is a failure that tells all of it. */
    public ServerPlan(Session session, Wish wish) {
        this(
                session,
                wish,
                new ChangeSource(
                                wish.parameters(),
                                ChangeSource.isJar(wish.source())
                                        ? hosts(session.server(), wish)
                                        : Map.of())
                        .read(wish.source(), wish.program()));
    }

    /** Of a change that was read before. */
    public ServerPlan(Session session, Wish wish, GivenChange given) {
        this.session = session;
        this.server = session.server();
        this.wish = wish;
        this.given = given;
        this.secrets = new RunSecrets(new AskedSecrets(session));
    }

    /** A change that is written in Java may ask for the values of its hosts. */
    private static Map<String, Map<String, String>> hosts(Server server, Wish wish) {
        List<String> names = wish.hosts();
        if (!wish.query().isEmpty()) {
            Json found = new Listing(server).read(Path.of("hosts").with("q", wish.query()), null);
            names = found.list("items").stream().flatMap(one -> one.text("name").stream()).toList();
        }
        Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, String> values = new HashMap<>();
            for (Json value : server.read(Path.of("estate", "hosts", name)).list("items")) {
                values.put(value.text("key").orElse(""), value.text("value").orElse(""));
            }
            hosts.put(name, values);
        }
        return hosts;
    }

    /** The change. */
    public GivenChange given() {
        return given;
    }

    /** Sends the change, unless the server has it, and returns what it would do there. */
    public Json look() throws InterruptedException {
        ChangeUpload.send(server, given.folder());
        Json begun = server.write("POST", Path.of("plans"), request());
        return planned(begun).look(begun);
    }

    private PlannedRun planned(Json plan) {
        return new PlannedRun(session, plan.text("id").orElse(""), secrets);
    }

    private Json request() {
        RunSettings settings = wish.settings();
        Map<String, Json> parameters = new LinkedHashMap<>();
        wish.parameters().forEach((name, value) -> parameters.put(name, new Json.Text(value)));
        return new JsonObject()
                .with("archive", given.folder().digest())
                .with("file", given.file())
                .with("q", wish.query().isEmpty() ? null : wish.query())
                .with("hosts", wish.hosts())
                .with("parameters", new Json.Members(parameters))
                .with(
                        "options",
                        new JsonObject()
                                .with("strategy", settings.strategy())
                                .with("order", settings.order())
                                .with("failuresAllowed", number(settings.failuresAllowed()))
                                .with("atOnce", number(settings.atOnce()))
                                .json())
                .json();
    }

    private static Json number(int value) {
        return new Json.Numeral(Integer.toString(value));
    }

    /**
     * Has the server carry it out.
     *
     * @param step whether somebody has to agree to each step
     */
    public ServerRun start(Json plan, String why, boolean verbose, boolean step) {
        return planned(plan).start(why, step, verbose, given);
    }
}
