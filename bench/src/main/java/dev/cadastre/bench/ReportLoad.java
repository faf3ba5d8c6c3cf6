package dev.cadastre.bench;

import dev.cadastre.api.IssuedToken;
import dev.cadastre.api.NewToken;
import dev.cadastre.api.Role;
import dev.cadastre.api.Scope;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/** Sends many hosts' reports over many connections at once, each host with its environment's. */
final class ReportLoad {

    static final List<String> ENVIRONMENTS = List.of("prod", "qa", "dev");

    private static final String REPORTS = "/api/v1/reports";

    private final HostLoad load;
    private final List<String> tokens = new ArrayList<>();

    ReportLoad(URI server, Client client, int connections) throws IOException {
        this.load = new HostLoad(server, connections);
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
        load.send(hosts, host -> new Post(REPORTS, headers(host), reports.apply(host)));
        return hosts.length / ((System.nanoTime() - start) / 1e9);
    }

    private String headers(int host) {
        return "Authorization: Bearer "
                + tokens.get(host % tokens.size())
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n";
    }
}
