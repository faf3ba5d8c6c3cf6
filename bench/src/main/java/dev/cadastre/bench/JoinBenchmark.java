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
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    /** Between two looks at how far the map is. */
    private static final int GLANCE_MILLIS = 50;

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
        Samples few = new Samples();
        Samples all = new Samples();
        for (int round = 1; round <= WARM_UPS + ROUNDS; round++) {
            int turn = 2 * round;
            double one =
                    joined(client, hosts, sockets, turn - 1, peer -> turn - (peer == 0 ? 1 : 2));
            double each = joined(client, hosts, sockets, turn, _ -> turn);
            if (round > WARM_UPS) {
                few.add(one);
                all.add(each);
            }
        }
        figures.add(
                Figure.of("hosts joined a second, one peer in twelve another", "/s", few)
                        .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_A_SECOND));
        figures.add(Figure.of("hosts joined a second, all peers others", "/s", all));
        Status status = settled(client);
        figures.add(Figure.of("relations on the map", "", Samples.of((double) status.relations())));
        return figures;
    }

    private static double joined(
            Client client, int hosts, SyntheticSockets sockets, int period, IntUnaryOperator turns)
            throws Exception {
        Status before = settled(client);
        report(client, hosts, period, sockets, turns);
        return rate(before, settled(client));
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
            Thread.sleep(GLANCE_MILLIS);
            status = client.get("/api/v1/map/status", Status.class);
        }
        return status;
    }

    private static Figure rate(String what, Status before, Status after) {
        return Figure.of(what, "/s", Samples.of(rate(before, after)));
    }

    /** By the time that joining took, which goes on beside the reports. */
    private static double rate(Status before, Status after) {
        double seconds = Math.max(1, after.workMillis() - before.workMillis()) / 1e3;
        return (after.joined() - before.joined()) / seconds;
    }
}
