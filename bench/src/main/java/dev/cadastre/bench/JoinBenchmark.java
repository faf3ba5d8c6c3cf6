package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** How fast what hosts say of each other becomes a map, beside a server that takes reports in. */
final class JoinBenchmark implements Benchmark {

    private static final int PACKAGES = 50;
    private static final double WANTED_A_SECOND = 1_000;
    private static final long PATIENCE_NANOS = 600_000_000_000L;

    @Override
    public String name() {
        return "join";
    }

    /** How far the map is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Status(
            @JsonProperty("relations") long relations,
            @JsonProperty("waiting") int waiting,
            @JsonProperty("joined") long joined,
            @JsonProperty("workMillis") long workMillis) {}

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("join"));
        try (RunningServer server =
                RunningServer.start(surroundings.checkout(), home, List.of(), List.of())) {
            return measure(server.client(), surroundings.reports());
        }
    }

    private static List<Figure> measure(Client client, int hosts) throws Exception {
        List<Figure> figures = new ArrayList<>();
        SyntheticSockets sockets = new SyntheticSockets(hosts);
        Status before = settled(client);
        report(client, hosts, 0, sockets, _ -> 0);
        Status loaded = settled(client);
        figures.add(rate("hosts joined a second, the first time", before, loaded));
        report(client, hosts, 1, sockets, peer -> peer == 0 ? 1 : 0);
        Status warm = settled(client);
        report(client, hosts, 2, sockets, peer -> peer <= 1 ? 1 : 0);
        Status changed = settled(client);
        figures.add(
                rate("hosts joined a second, one peer in twelve another", warm, changed)
                        .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_A_SECOND));
        report(client, hosts, 3, sockets, _ -> 2);
        Status again = settled(client);
        figures.add(rate("hosts joined a second, all peers others", changed, again));
        figures.add(Figure.of("relations on the map", "", Samples.of((double) again.relations())));
        return figures;
    }

    private static void report(
            Client client, int hosts, int period, SyntheticSockets sockets, IntUnaryOperator turns)
            throws Exception {
        SyntheticReports reports = new SyntheticReports(PACKAGES);
        for (int host = 0; host < hosts; host++) {
            client.postReport(reports.of(host, period, sockets.of(host, turns)));
        }
    }

    private static Status settled(Client client) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Status status = client.get("/api/v1/map/status", Status.class);
        while (status.waiting() > 0) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("The map is still behind by " + status.waiting() + " hosts");
            }
            Thread.sleep(50);
            status = client.get("/api/v1/map/status", Status.class);
        }
        return status;
    }

    /** By the time that joining took, which goes on beside the reports. */
    private static Figure rate(String what, Status before, Status after) {
        double seconds = Math.max(1, after.workMillis() - before.workMillis()) / 1e3;
        double rate = (after.joined() - before.joined()) / seconds;
        return Figure.of(what, "/s", Samples.of(rate));
    }
}
