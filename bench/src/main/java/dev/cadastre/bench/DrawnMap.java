package dev.cadastre.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A map as another system would send it, to be drawn: applications with web servers, application
 * servers, a database with a replica, and a cache, each on a host of its own.
 */
final class DrawnMap {

    /** How many assets an application has, itself included. */
    static final int EACH = 28;

    private static final String[] ENVIRONMENTS = {"dev", "qa", "prod"};

    private final List<String> assets = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();

    private DrawnMap() {}

    /** The text of so many applications. */
    static String of(int applications) {
        DrawnMap map = new DrawnMap();
        for (int i = 0; i < applications; i++) {
            map.add("shop%03d".formatted(i), ENVIRONMENTS[i % ENVIRONMENTS.length]);
        }
        return "{\"format\":\"cadastre-map/1\",\"assets\":[%s],\"relations\":[%s]}"
                .formatted(String.join(",", map.assets), String.join(",", map.relations));
    }

    private void add(String name, String environment) {
        String app = "app:" + name + "@" + environment;
        assets.add("{\"id\":\"%s\"}".formatted(app));
        Tier web = tier(name + "-web", "nginx", 443, 2, environment);
        Tier java = tier(name + "-app", "java", 8080, 4, environment);
        Tier database = tier(name + "-db", "postgres", 5432, 2, environment);
        Tier cache = tier(name + "-cache", "redis", 6379, 1, environment);
        connect(web, java);
        connect(java, database);
        connect(java, cache);
        for (Tier tier : List.of(web, java, database, cache)) {
            relate(tier.programs().getFirst(), "MEMBER_OF", app);
        }
    }

    /** Programs that do the same, and the services that they provide, in one order. */
    private record Tier(List<String> programs, List<String> services) {}

    private Tier tier(String prefix, String program, int port, int hosts, String environment) {
        Tier tier = new Tier(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < hosts; i++) {
            String host = prefix + i;
            String daemon = "daemon:" + program + "@" + host;
            String service = "service:" + port + "-tcp@" + host;
            for (String id : List.of("host:" + host, daemon, service)) {
                assets.add("{\"id\":\"%s\",\"environment\":\"%s\"}".formatted(id, environment));
            }
            relate(daemon, "RUNS_ON", "host:" + host);
            relate(daemon, "PROVIDES", service);
            tier.programs().add(daemon);
            tier.services().add(service);
        }
        return tier;
    }

    private void connect(Tier clients, Tier servers) {
        for (String client : clients.programs()) {
            servers.services().forEach(service -> relate(client, "CONNECTS_TO", service));
        }
    }

    private void relate(String source, String type, String target) {
        relations.add(
                "{\"source\":\"%s\",\"type\":\"%s\",\"target\":\"%s\"}"
                        .formatted(source, type, target));
    }
}
