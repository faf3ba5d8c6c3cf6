package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What PuppetDB makes of the hosts that {@link ScaleBenchmark} has, as far as it can. */
final class PuppetDbScale {

    private static final long STORED_SECONDS = 900;

    private final PuppetDb puppetDb;
    private final LargeEstate estate;
    private final PuppetReports reports;
    private final Client client;
    private final Random random;
    private final List<Figure> figures = new ArrayList<>();

    private PuppetDbScale(PuppetDb puppetDb, LargeEstate estate, long seed) {
        this.puppetDb = puppetDb;
        this.estate = estate;
        this.reports = new PuppetReports(estate);
        this.client = puppetDb.client();
        this.random = new Random(seed);
    }

    /**
     * Measures one that is started for it and stopped again.
     *
     * @param folder an empty one
     */
    static List<Figure> measure(Path folder, LargeEstate estate, int connections, long seed)
            throws Exception {
        try (PuppetDb puppetDb = PuppetDb.start(folder, estate.hosts())) {
            return new PuppetDbScale(puppetDb, estate, seed).figures(connections);
        }
    }

    private List<Figure> figures(int connections) throws Exception {
        HostLoad load = new HostLoad(puppetDb.address(), connections);
        add("first reports", "/s", Samples.of(stored(load, 0)));
        stored(load, 1);
        add("unchanged reports, sent whole", "/s", Samples.of(stored(load, 2)));
        store();
        requireAll();
        ask("nodes with X = v, first page", () -> PuppetQueries.firstNodesWith(installed()));
        ask("nodes with X = v, counted", () -> PuppetQueries.countOfNodesWith(installed()));
        ask(
                "X by version",
                () -> PuppetQueries.countsByVersion(LargeEstate.packageName(installed())));
        ask("packages of a node", () -> PuppetQueries.packagesOf(random.nextInt(estate.hosts())));
        add("resident, without its PostgreSQL", "MB", Samples.of(puppetDb.residentMb()));
        return figures;
    }

    /**
     * Sends the reports of all hosts, and returns when all are stored: it answers when they are in
     * its queue.
     *
     * @return how many a second
     */
    private double stored(HostLoad load, int period)
            throws IOException, InterruptedException, ExecutionException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String path = PuppetQueries.countOfNodesToldAt(at);
        int[] all = IntStream.range(0, estate.hosts()).toArray();
        long start = System.nanoTime();
        load.send(all, host -> reports.whole(host, period, at));
        puppetDb.await(
                "all reports are stored", () -> count(path) == estate.hosts(), STORED_SECONDS);
        return estate.hosts() / ((System.nanoTime() - start) / 1e9);
    }

    /** How many an answer counts. */
    private record Count(@JsonProperty("count") long count) {}

    private long count(String path) throws IOException {
        Count[] counts = client.get(path, Count[].class);
        return counts.length == 0 ? 0 : counts[0].count();
    }

    private void store() throws SQLException {
        double installations = (double) estate.hosts() * LargeEstate.PACKAGES;
        try (StoredBytes stored = puppetDb.stored()) {
            stored.tidy();
            add(
                    "on disk, by installation, no history",
                    "B",
                    Samples.of(stored.all() / installations));
        }
    }

    /** Answers are quick where there is nothing to tell. */
    private void requireAll() throws IOException {
        int packages = client.get(PuppetQueries.packagesOf(0), Object[].class).length;
        if (packages != LargeEstate.PACKAGES) {
            throw new IOException("PuppetDB has %d packages of a node".formatted(packages));
        }
        int installed = estate.packages(0)[0];
        long nodes = count(PuppetQueries.countOfNodesWith(installed));
        if (nodes != estate.holders(installed)) {
            throw new IOException(
                    "PuppetDB has %s %s on %d nodes"
                            .formatted(
                                    LargeEstate.packageName(installed),
                                    LargeEstate.version(installed),
                                    nodes));
        }
    }

    private int installed() {
        return random.nextInt(LargeEstate.DISTINCT);
    }

    private void ask(String what, Supplier<String> paths) throws IOException {
        add(what, "ms", ResponseTimes.of(client, paths));
    }

    private void add(String what, String unit, Samples samples) {
        Figure figure = Figure.of("PuppetDB: " + what, unit, samples).ofPeer();
        System.out.printf("%s: %s %s%n", figure.what(), figure.median(), figure.unit());
        figures.add(figure);
    }
}
