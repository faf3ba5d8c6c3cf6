package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a thousand hosts cost to take in, and how fast they are answered for. */
final class ReadsBenchmark implements Benchmark {

    private static final int PACKAGES = 800;
    private static final int REQUESTS = 1_000;
    private static final int WARM_UPS = 500;
    private static final double WANTED_MS = 5;
    private static final String PACKAGES_OF = "/api/v1/hosts/%s/packages?limit=1000";
    private static final String HOSTS_WITH = "/api/v1/packages/hosts?limit=1000&name=";

    @Override
    public String name() {
        return "reads";
    }

    /** How many things an answer lists. */
    private record Listing(@JsonProperty("items") List<Object> items) {}

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("reads"));
        try (RunningServer server =
                RunningServer.start(surroundings.checkout(), home, List.of(), List.of())) {
            return measure(server.client(), surroundings.reports());
        }
    }

    private List<Figure> measure(Client client, int hosts) throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("first report of a host", "ms", ingest(client, hosts, 0)));
        figures.add(Figure.of("unchanged report", "ms", ingest(client, hosts, 1)));
        requireItems(client, PACKAGES_OF.formatted(SyntheticReports.name(0)), PACKAGES);
        requireItems(client, HOSTS_WITH + SyntheticReports.everywhere(1), Math.min(hosts, 1_000));
        Random random = new Random(1);
        figures.add(
                reads(
                        "all packages of a host",
                        client,
                        () -> PACKAGES_OF.formatted(SyntheticReports.name(random.nextInt(hosts)))));
        figures.add(
                reads(
                        "hosts with package X",
                        client,
                        () ->
                                HOSTS_WITH
                                        + SyntheticReports.everywhere(
                                                random.nextInt(SyntheticReports.NAMES))));
        figures.add(PUPPETDB_PACKAGES);
        figures.add(PUPPETDB_HOSTS);
        return figures;
    }

    /** Known from before, on a machine of the same kind; see docs/benchmarks.md. */
    private static final Figure PUPPETDB_PACKAGES =
            new Figure(
                    "PuppetDB: all packages of a node (500)",
                    "ms",
                    true,
                    0,
                    7.6,
                    7.6,
                    7.6,
                    15.0,
                    null);

    private static final Figure PUPPETDB_HOSTS =
            new Figure("PuppetDB: nodes with package X", "ms", true, 0, 6.9, 6.9, 6.9, 15.2, null);

    private static Samples ingest(Client client, int hosts, int period) throws Exception {
        SyntheticReports reports = new SyntheticReports(PACKAGES);
        Samples samples = new Samples();
        for (int host = 0; host < hosts; host++) {
            String report = reports.of(host, period);
            long start = System.nanoTime();
            client.postReport(report);
            samples.add((System.nanoTime() - start) / 1e6);
        }
        return samples;
    }

    private interface Paths {
        String next();
    }

    private static Figure reads(String what, Client client, Paths paths) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            client.get(paths.next());
        }
        Samples samples = new Samples();
        for (int i = 0; i < REQUESTS; i++) {
            String path = paths.next();
            long start = System.nanoTime();
            client.get(path);
            samples.add((System.nanoTime() - start) / 1e6);
        }
        return Figure.of(what, "ms", samples).wanted(WANTED_MS);
    }

    private static void requireItems(Client client, String path, int wanted) throws IOException {
        int items = client.get(path, Listing.class).items().size();
        if (items != wanted) {
            throw new IOException("%s lists %d, not %d".formatted(path, items, wanted));
        }
    }
}
