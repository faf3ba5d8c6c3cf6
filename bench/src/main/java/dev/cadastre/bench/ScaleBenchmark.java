package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadastre.bench.Figure.Measure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A large estate at one of several sizes: what it costs to take in, to keep and to ask. If cost
 * grows with the answer, the figures of different sizes are alike. Beside the smallest, PuppetDB
 * does what it can of the same.
 */
final class ScaleBenchmark implements Benchmark {

    private static final long SEED = 20_261_121;
    private static final int CONNECTIONS = 32;
    private static final int DAYS = 30;
    private static final int DAYS_UNTIL_THEN = 9;
    private static final int MOST_BESIDE_PUPPETDB = 1_000;
    private static final Duration PAST = Duration.ofSeconds(65);
    private static final double MB = 1_000_000;

    private static final Pattern NAME = Pattern.compile("scale-([1-9][0-9]{0,5})");

    private final int hosts;

    ScaleBenchmark(int hosts) {
        this.hosts = hosts;
    }

    /** The one of a name such as {@code scale-200}; empty if it is no name of one. */
    static Optional<Benchmark> named(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new ScaleBenchmark(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "scale-" + hosts;
    }

    @Override
    public Map<String, String> peers() throws IOException, InterruptedException {
        return besidePuppetDb() ? PuppetDb.versions() : Map.of();
    }

    private boolean besidePuppetDb() {
        return hosts <= MOST_BESIDE_PUPPETDB;
    }

    /** How many hosts an answer counts. */
    private record Counted(@JsonProperty("hosts") long hosts) {}

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        LargeEstate estate = new LargeEstate(hosts, SEED);
        List<Figure> figures = new ArrayList<>();
        Path home = Files.createDirectory(surroundings.scratch().resolve(name()));
        try (RunningServer server =
                RunningServer.start(surroundings.checkout(), home, List.of(), List.of())) {
            figures.addAll(new Run(server, home, estate).figures());
        }
        if (besidePuppetDb() && PuppetDb.missing().isEmpty()) {
            Path folder =
                    Files.createDirectory(surroundings.scratch().resolve(name() + "-puppetdb"));
            figures.addAll(PuppetDbScale.measure(folder, estate, CONNECTIONS, SEED));
        }
        return figures;
    }

    /** One estate on one server. */
    private static final class Run {

        private final RunningServer server;
        private final Path home;
        private final LargeEstate estate;
        private final LargeEstateReports reports;
        private final Client client;
        private final Random random = new Random(SEED);
        private final List<Figure> figures = new ArrayList<>();
        private Instant then = Instant.EPOCH;

        Run(RunningServer server, Path home, LargeEstate estate) throws IOException {
            this.server = server;
            this.home = home;
            this.estate = estate;
            this.reports = new LargeEstateReports(estate);
            this.client = server.client();
        }

        List<Figure> figures() throws Exception {
            fill();
            store();
            ask();
            judge();
            add(Figure.of("server resident", "MB", Samples.of(server.residentMb())).wanted(1_500));
            return figures;
        }

        private void fill() throws Exception {
            ReportLoad load = new ReportLoad(server.address(), client, CONNECTIONS);
            int[] all = IntStream.range(0, estate.hosts()).toArray();
            rate("first reports", 1_000, load.send(all, host -> reports.whole(host, 0)));
            Samples changed = new Samples();
            for (int day = 1; day <= DAYS; day++) {
                if (day == DAYS_UNTIL_THEN) {
                    then = Instant.now();
                }
                int[] changing = estate.passDay();
                int period = day;
                changed.add(load.send(changing, host -> reports.whole(host, period)));
            }
            add(Figure.of("changed reports", "/s", changed));
            load.send(all, host -> reports.unchanged(host, DAYS + 1));
            rate(
                    "unchanged reports",
                    5_000,
                    load.send(all, host -> reports.unchanged(host, DAYS + 2)));
        }

        private void rate(String what, double atLeast, double measured) {
            add(
                    Figure.of(what, "/s", Samples.of(measured))
                            .wanted(Measure.MEDIAN_AT_LEAST, atLeast));
        }

        private void store() throws Exception {
            double installations = (double) estate.hosts() * LargeEstate.PACKAGES;
            try (StoredBytes stored = StoredBytes.of(home)) {
                stored.tidy();
                stored.tables()
                        .forEach((table, bytes) ->
                                System.out.printf("%s %.1f MB%n", table, bytes / MB));
                add(
                        Figure.of(
                                        "on disk, by installation",
                                        "B",
                                        Samples.of(stored.all() / installations))
                                .wanted(5));
                add(
                        Figure.of(
                                "of which packages and their history",
                                "B",
                                Samples.of(stored.packages() / installations)));
            }
        }

        private void ask() throws IOException, InterruptedException {
            p99("hosts with X < v, first page", 10, () -> "/api/v1/hosts?limit=50&q=" + older());
            p99("hosts with X < v, counted", 10, () -> "/api/v1/host-counts?q=" + older());
            p99("X by version and environment", 30, this::byVersion);
            p99("packages of a host", 10, () -> packagesOf(""));
            awaitThePast();
            p99("hosts with X < v three weeks ago", 30, () -> atThen("/api/v1/hosts?limit=50"));
            p99("hosts counted three weeks ago", 30, () -> atThen("/api/v1/host-counts?"));
            p99("packages of a host three weeks ago", 30, () -> packagesOf("&at=" + then));
            p99("two hosts compared", 15, () -> "/api/v1/diff?a=" + host() + "&b=" + host());
            Counted counted =
                    client.get("/api/v1/host-counts?q=" + encoded("pkg:lib0001"), Counted.class);
            if (counted.hosts() != estate.hosts()) {
                throw new IOException(
                        "lib0001 is on %d of %d".formatted(counted.hosts(), estate.hosts()));
            }
        }

        private void judge() throws IOException {
            double seconds =
                    AdvisoryMatching.measure(client, estate, new LargeEstateAdvisories(SEED));
            String what =
                    String.format(
                            Locale.ROOT,
                            "%,d advisories matched, %,d hosts",
                            LargeEstateAdvisories.ADVISORIES,
                            estate.hosts());
            add(Figure.of(what, "s", Samples.of(seconds)).wanted(10));
        }

        /** What was less than a minute ago may still change, and is not three weeks ago. */
        private void awaitThePast() throws InterruptedException {
            Duration left = PAST.minus(Duration.between(then, Instant.now()));
            if (left.isPositive()) {
                Thread.sleep(left);
            }
        }

        private String older() {
            int installed = random.nextInt(LargeEstate.DISTINCT);
            return encoded(
                    "pkg:%s<%s"
                            .formatted(
                                    LargeEstate.packageName(installed),
                                    LargeEstate.version(installed)));
        }

        private String byVersion() {
            String name = LargeEstate.packageName(random.nextInt(LargeEstate.DISTINCT));
            return "/api/v1/host-counts?q=" + encoded("pkg:" + name) + "&by=pkg:" + name;
        }

        private String atThen(String path) {
            return path + "&at=" + then + "&q=" + older();
        }

        private String packagesOf(String more) {
            return "/api/v1/hosts/" + host() + "/packages?limit=1000" + more;
        }

        private String host() {
            return LargeEstate.host(random.nextInt(estate.hosts()));
        }

        private void p99(String what, double atMost, Supplier<String> paths) throws IOException {
            Samples samples = ResponseTimes.of(client, paths);
            add(Figure.of(what, "ms", samples).wanted(Measure.P99_AT_MOST, atMost));
        }

        private void add(Figure figure) {
            System.out.printf("%s: %s %s%n", figure.what(), figure.median(), figure.unit());
            figures.add(figure);
        }

        private static String encoded(String query) {
            return URLEncoder.encode(query, StandardCharsets.UTF_8);
        }
    }
}
