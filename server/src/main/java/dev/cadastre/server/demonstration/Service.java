package dev.cadastre.server.demonstration;

import java.util.ArrayList;
import java.util.List;

/**
 * What a host runs.
 *
 * @param unit the daemon's name
 * @param process the process that listens
 * @param port the TCP port; 0 if it listens on none
 */
record Service(String unit, String process, int port) {

    static List<Service> of(InventedHost host) {
        List<Service> services = new ArrayList<>();
        services.add(new Service(host.system().equals("debian-12") ? "ssh" : "sshd", "sshd", 22));
        services.add(new Service("chrony", "chronyd", 0));
        host.groups().forEach(group -> add(group, services));
        return services;
    }

    private static void add(String group, List<Service> services) {
        switch (group) {
            case "web" -> services.add(new Service("nginx", "nginx", 443));
            case "app" -> services.add(new Service("shop-app", "java", 8080));
            case "db" -> services.add(new Service("postgresql@15-main", "postgres", 5432));
            case "cache" -> services.add(new Service("redis-server", "redis-server", 6379));
            case "queue" -> services.add(new Service("rabbitmq-server", "beam.smp", 5672));
            case "legacy" -> services.add(new Service("httpd", "httpd", 80));
            default -> {
                // Other groups run nothing of their own.
            }
        }
    }
}
