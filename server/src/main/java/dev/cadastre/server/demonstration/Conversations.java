package dev.cadastre.server.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who speaks with whom in the invented organisation: web servers with some of their applications,
 * these with a database, its replica, a cache and a queue, replicas with their database, and those
 * who take money with a bank. Immutable.
 */
final class Conversations {

    /** An address that belongs to nobody, RFC 5737. */
    private static final String BANK = "203.0.113.40";

    private static final int APPLICATIONS = 3;
    private static final int HTTPS = 443;
    private static final int HTTP = 8080;
    private static final int DATABASE = 5432;
    private static final int CACHE = 6379;
    private static final int QUEUE = 5672;
    private static final List<String> SERVICES = List.of("shop", "billing", "search");

    private final Map<String, List<Line>> lines = new HashMap<>();

    /**
     * Connections of a host.
     *
     * @param out whether it spoke first
     * @param process its own
     * @param peer the address at the other end
     * @param port of the side that listens
     */
    record Line(boolean out, String process, String peer, int port) {}

    Conversations(List<InventedHost> organisation) {
        Map<String, List<InventedHost>> roles = new HashMap<>();
        for (InventedHost host : organisation) {
            for (String service : SERVICES) {
                if (host.groups().contains(service)) {
                    roles.computeIfAbsent(
                                    key(host.environment(), service, host.groups().getFirst()),
                                    _ -> new ArrayList<>())
                            .add(host);
                }
            }
        }
        for (String environment : List.of("dev", "qa", "prod")) {
            for (String service : SERVICES) {
                connect(roles, environment, service);
            }
        }
    }

    private static String key(String environment, String service, String role) {
        return environment + " " + service + " " + role;
    }

    private void connect(
            Map<String, List<InventedHost>> roles, String environment, String service) {
        List<InventedHost> webs = of(roles, environment, service, "web");
        List<InventedHost> apps = of(roles, environment, service, "app");
        List<InventedHost> databases = of(roles, environment, service, "db");
        for (int i = 0; i < webs.size() && !apps.isEmpty(); i++) {
            for (int next = 0; next < Math.min(APPLICATIONS, apps.size()); next++) {
                InventedHost app = apps.get((i + next) % apps.size());
                speak(webs.get(i), "nginx", app, "java", HTTP);
            }
        }
        for (InventedHost app : apps) {
            first(databases, 2)
                    .forEach(database -> speak(app, "java", database, "postgres", DATABASE));
            first(of(roles, environment, service, "cache"), 1)
                    .forEach(cache -> speak(app, "java", cache, "redis-server", CACHE));
            first(of(roles, environment, service, "queue"), 1)
                    .forEach(queue -> speak(app, "java", queue, "beam.smp", QUEUE));
            if (service.equals("billing")) {
                add(app, new Line(true, "java", BANK, HTTPS));
            }
        }
        for (int i = 1; i < databases.size(); i++) {
            speak(databases.get(i), "postgres", databases.getFirst(), "postgres", DATABASE);
        }
    }

    private static List<InventedHost> of(
            Map<String, List<InventedHost>> roles,
            String environment,
            String service,
            String role) {
        return roles.getOrDefault(key(environment, service, role), List.of());
    }

    private static List<InventedHost> first(List<InventedHost> hosts, int most) {
        return hosts.subList(0, Math.min(most, hosts.size()));
    }

    private void speak(
            InventedHost client, String process, InventedHost server, String listener, int port) {
        add(client, new Line(true, process, server.address(), port));
        add(server, new Line(false, listener, client.address(), port));
    }

    private void add(InventedHost host, Line line) {
        lines.computeIfAbsent(host.name(), _ -> new ArrayList<>()).add(line);
    }

    /** Those of a host. */
    List<Line> of(InventedHost host) {
        return lines.getOrDefault(host.name(), List.of());
    }
}
