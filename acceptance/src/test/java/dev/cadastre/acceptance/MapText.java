package dev.cadastre.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * A map of as many applications as one likes, as another system would send it. Each has two web
 * servers, four application servers, a database with a replica and a cache, all on hosts of their
 * own: 28 assets.
 */
final class MapText {

    /** How many assets an application has, itself included. */
    static final int EACH = 28;

    private static final List<String> ENVIRONMENTS = List.of("dev", "qa", "prod");

    private final List<String> assets = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();

    private MapText() {}

    static String of(int applications) {
        MapText map = new MapText();
        for (int i = 0; i < applications; i++) {
            map.application("app-%03d".formatted(i), ENVIRONMENTS.get(i % ENVIRONMENTS.size()));
        }
        return "{\"format\":\"cadastre-map/1\",\"assets\":[%s],\"relations\":[%s]}"
                .formatted(String.join(",", map.assets), String.join(",", map.relations));
    }

    private void application(String name, String environment) {
        String app = "app:%s@%s".formatted(name, environment);
        asset(app, environment);
        List<String> webs = programs("nginx", 443, name + "-web", 2, environment);
        List<String> apps = programs("java", 8080, name + "-app", 4, environment);
        List<String> databases = programs("postgres", 5432, name + "-db", 2, environment);
        List<String> caches = programs("redis", 6379, name + "-cache", 1, environment);
        webs.forEach(web -> apps.forEach(each -> connects(web, 8080, each)));
        apps.forEach(each -> {
            databases.forEach(database -> connects(each, 5432, database));
            caches.forEach(cache -> connects(each, 6379, cache));
            relation(each, "MEMBER_OF", app);
        });
        connects(databases.getLast(), 5432, databases.getFirst());
        for (String each : List.of(webs.getFirst(), databases.getFirst(), caches.getFirst())) {
            relation(each, "MEMBER_OF", app);
        }
    }

    private List<String> programs(
            String program, int port, String host, int count, String environment) {
        List<String> programs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = "%s-%d".formatted(host, i);
            String daemon = "daemon:%s@%s".formatted(program, name);
            asset("host:" + name, environment);
            asset(daemon, environment);
            asset("service:%d-tcp@%s".formatted(port, name), environment);
            relation(daemon, "RUNS_ON", "host:" + name);
            relation(daemon, "PROVIDES", "service:%d-tcp@%s".formatted(port, name));
            programs.add(daemon);
        }
        return programs;
    }

    private void connects(String client, int port, String program) {
        String host = program.substring(program.indexOf('@'));
        relation(client, "CONNECTS_TO", "service:%d-tcp%s".formatted(port, host));
    }

    private void asset(String id, String environment) {
        boolean own = id.startsWith("app:");
        assets.add(
                "{\"id\":\"%s\"%s}"
                        .formatted(
                                id, own ? "" : ",\"environment\":\"%s\"".formatted(environment)));
    }

    private void relation(String source, String type, String target) {
        relations.add(
                "{\"source\":\"%s\",\"type\":\"%s\",\"target\":\"%s\"}"
                        .formatted(source, type, target));
    }
}
