package dev.cadastre.bench;

import dev.cadastre.api.IssuedToken;
import dev.cadastre.api.NewToken;
import dev.cadastre.api.Role;
import dev.cadastre.api.Scope;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends many hosts' reports over many connections at once, each host with its environment's. */
final class ReportLoad {

    static final List<String> ENVIRONMENTS = List.of("prod", "qa", "dev");

    private final URI server;
    private final List<String> tokens = new ArrayList<>();
    private final int connections;

    ReportLoad(URI server, Client client, int connections) throws IOException {
        this.server = server;
        this.connections = connections;
        for (String environment : ENVIRONMENTS) {
            var scope = new Scope(Role.REPORTER, environment, null);
            var token = new NewToken("bench-" + environment, scope, null);
            tokens.add(client.post("/api/v1/tokens", token, IssuedToken.class).secret());
        }
    }

    /**
     * Sends the reports of these hosts, and returns when all are stored.
     *
     * @return how many a second
     */
    double send(int[] hosts, IntFunction<byte[]> reports)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(senders.submit(sender(hosts, next, reports)));
            }
            for (Future<Void> sender : running) {
                sender.get();
            }
        }
        return hosts.length / ((System.nanoTime() - start) / 1e9);
    }

    private Callable<Void> sender(int[] hosts, AtomicInteger next, IntFunction<byte[]> reports) {
        return () -> {
            try (ReportConnection connection = new ReportConnection(server)) {
                for (int i = next.getAndIncrement(); i < hosts.length; i = next.getAndIncrement()) {
                    String token = tokens.get(hosts[i] % tokens.size());
                    connection.send(token, reports.apply(hosts[i]));
                }
            }
            return null;
        };
    }
}
