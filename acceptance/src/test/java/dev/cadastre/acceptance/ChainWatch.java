package dev.cadastre.acceptance;

import dev.cadastre.lab.Chain;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A server that knows the chain's hosts, and all that it is asked about them. */
final class ChainWatch implements AutoCloseable {

    private final Chain chain;
    private final RunningServer server;
    private final Told first;
    private final Instant begun;

    private ChainWatch(Chain chain, RunningServer server) {
        this.chain = chain;
        this.server = server;
        this.first = told();
        awaitMap();
        this.begun = Instant.now();
    }

    /** Starts a server that collects the chain's hosts by that account, and waits until it has. */
    static ChainWatch start(Chain chain, Lab lab, String account, Path folder) {
        EstateText estate =
                new EstateText(account, lab.identity())
                        .lines("\n[team shop]\nemail = shop@example.com\n")
                        .environment("qa")
                        .lines("owner = shop\n");
        chain.hosts().forEach(host -> estate.host(host, "qa"));
        Path file = estate.write(folder.resolve("estate-" + account + ".ini"));
        RunningServer server =
                ServerStart.at(folder.resolve("home-" + account))
                        .option("--estate=" + file)
                        .ready();
        chain.hosts().forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
        return new ChainWatch(chain, server);
    }

    /** What it told of its first collection. */
    Told first() {
        return first;
    }

    /** Collects the chain's hosts again. */
    void collect() {
        server.cadastre("collect", "env:qa").exited(0);
    }

    /** What it tells now of all hosts' services and of their connections at the last report. */
    Told told() {
        return new Told(ofEachHost(this::services), connections());
    }

    private Map<String, List<String>> ofEachHost(Function<String, List<String>> reading) {
        Map<String, List<String>> all = new TreeMap<>();
        for (LabHost host : chain.hosts()) {
            all.put(host.name(), reading.apply(host.name()));
        }
        return all;
    }

    /** One line for each port, whatever the number of its addresses. */
    List<String> services(String host) {
        return read(host, "services").stream()
                .map(service ->
                        "%s by %s".formatted(text(service, "name"), holder(service, "user")))
                .distinct()
                .toList();
    }

    /** By host, those that its last report had. */
    Map<String, List<String>> connections() {
        Map<String, Instant> reported =
                server.items("hosts", "env:qa").stream()
                        .collect(
                                Collectors.toMap(
                                        host -> text(host, "name"),
                                        host -> Instant.parse(text(host, "observedAt"))));
        return ofEachHost(host -> connections(host, reported.getOrDefault(host, Instant.MAX)));
    }

    private List<String> connections(String host, Instant reported) {
        return read(host, "connections").stream()
                .filter(one -> !Instant.parse(text(one, "lastSeen")).isBefore(reported))
                .map(ChainWatch::connection)
                .toList();
    }

    private static String connection(JsonNode connection) {
        return "%s %s with %s on %s"
                .formatted(
                        text(connection, "direction"),
                        holder(connection, "account"),
                        text(connection, "remoteAddress"),
                        text(connection, "servicePort"));
    }

    private static String holder(JsonNode one, String account) {
        return one.hasNonNull("process") ? text(one, "process") : "account " + text(one, account);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("unknown");
    }

    private List<JsonNode> read(String host, String aspect) {
        return server.cadastre("api", "GET", "hosts/%s/%s".formatted(host, aspect))
                .exited(0)
                .items();
    }

    /** Who connects to what on the map in every report, without those who look or visit. */
    List<String> map() {
        awaitMap();
        return steady(map(""));
    }

    /** The same as it was once all had been looked at for the first time. */
    List<String> firstMap() {
        return map(begun);
    }

    /** The same at a moment. */
    List<String> map(Instant at) {
        return steady(map("&at=" + at));
    }

    private static List<String> steady(List<JsonNode> relations) {
        return relations.stream()
                .filter(relation -> text(relation, "standing").equals("STEADY"))
                .map(ChainWatch::edge)
                .filter(edge -> !edge.contains("service:22-tcp@"))
                .filter(edge -> !edge.contains("service:80-tcp@lb"))
                .sorted()
                .toList();
    }

    /** Who comes to the load balancer, as the map calls them. */
    List<String> visitors() {
        awaitMap();
        return map("").stream()
                .filter(relation -> text(relation, "target").equals("service:80-tcp@lb"))
                .map(relation -> text(relation, "source"))
                .toList();
    }

    private List<JsonNode> map(String more) {
        JsonNode map = get("map?environment=qa&limit=1000" + more);
        return map.path("relations")
                .valueStream()
                .filter(relation -> text(relation, "type").equals("CONNECTS_TO"))
                .toList();
    }

    private static String edge(JsonNode relation) {
        return "%s to %s, %s"
                .formatted(
                        text(relation, "source"),
                        text(relation, "target"),
                        text(relation, "sight"));
    }

    /** What the map says that a service is. */
    String product(String service) {
        awaitMap();
        return text(get("assets/" + service).path("product"), "title");
    }

    /**
     * What stops, and what goes on with less, with all that no longer listens; and whom to call.
     */
    JsonNode impactOfWhatIsGone() {
        awaitMap();
        return get("impact?gone=true");
    }

    private JsonNode get(String path) {
        return server.cadastre("api", "GET", path).exited(0).json();
    }

    /** The map follows reports by a moment. */
    private void awaitMap() {
        Instant limit = Instant.now().plusSeconds(60);
        while (get("map/status").path("waiting").asInt() > 0) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("The map does not follow");
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** The connections of one time that another does not have, each after its host. */
    static List<String> beyond(Map<String, List<String>> one, Map<String, List<String>> other) {
        return one.entrySet().stream()
                .flatMap(host ->
                        host.getValue().stream()
                                .filter(each ->
                                        !other.getOrDefault(host.getKey(), List.of())
                                                .contains(each))
                                .map(each -> host.getKey() + " " + each))
                .toList();
    }

    /**
     * What a server tells at one time.
     *
     * @param services by host, {@code 80-tcp by haproxy}
     * @param connections by host, {@code OUT gunicorn with 10.77.8.21 on 5432}
     */
    record Told(Map<String, List<String>> services, Map<String, List<String>> connections) {}
}
