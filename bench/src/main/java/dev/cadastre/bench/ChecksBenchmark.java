package dev.cadastre.bench;

import dev.cadastre.api.monitor.MonitorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many checks a server makes in their turns, and how late they begin. All monitors start from
 * one template, by which they go from one kind to the next.
 */
final class ChecksBenchmark implements Benchmark {

    private static final int MONITORS_A_HOST = 100;
    private static final int PACKAGES = 5;
    private static final String TEMPLATE = "bench";
    private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");
    private static final List<String> DUMMY = List.of("check_dummy", "0", "fine | time=0.5s;1;2");

    /** Lateness is told of the last two minutes, so that it is read after as many. */
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private static final int WARM_UPS = 2;
    private static final int READINGS = 2;

    /** Shorter than any server on this machine can keep, so that it always has something to do. */
    private static final String TOO_SHORT = "5s";

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int WINDOWS = 5;
    private static final int ROUNDS = 2;
    private static final double LOOP_SECONDS = 5;

    private static final double WANTED_LATE_MS = 500;
    private static final double WANTED_LATE_OF_PLUGINS_MS = 200;
    private static final double WANTED_MB = 1_200;
    private static final double WANTED_A_SECOND = 4_000;
    private static final double WANTED_OF_C = 0.8;
    private static final double PART_OF_CEILING = 0.8;
    private static final long PATIENCE_NANOS = 600_000_000_000L;

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("checks"));
        try (CheckedPeers peers = CheckedPeers.start();
                RunningServer server =
                        RunningServer.start(surroundings.checkout(), home, List.of(), List.of())) {
            int hosts = surroundings.reports();
            say(server, network(MonitorKind.TCP, "1m", peers.tcp()));
            define(server.client(), hosts);
            List<Figure> figures = new ArrayList<>(everyMinute(server, hosts));
            say(server, network(MonitorKind.TCP, TOO_SHORT, peers.tcp()));
            figures.add(ceiling(server, "TCP checks at most"));
            say(server, network(MonitorKind.HTTP, TOO_SHORT, peers.http()));
            figures.add(ceiling(server, "HTTP checks at most"));
            if (Files.isExecutable(PLUGINS.resolve(DUMMY.getFirst()))) {
                figures.addAll(plugins(server, hosts, surroundings.scratch()));
            }
            return figures;
        }
    }

    private static Map<String, Object> network(
            MonitorKind kind, String interval, Map<String, Object> settings) {
        return Map.of("kind", kind, "interval", interval, "settings", settings);
    }

    private static Map<String, Object> dummy(String interval) {
        return Map.of("kind", MonitorKind.PLUGIN, "interval", interval, "command", DUMMY);
    }

    private static void say(RunningServer server, Map<String, Object> template) throws IOException {
        server.client().put("/api/v1/monitor-templates/" + TEMPLATE, template);
    }

    private static void define(Client client, int hosts) throws Exception {
        SyntheticReports reports = new SyntheticReports(PACKAGES);
        for (int host = 0; host < hosts; host++) {
            client.postReport(reports.of(host, 0));
        }
        for (int i = 0; i < MONITORS_A_HOST; i++) {
            Map<String, Object> definition =
                    Map.of("name", "check-" + i, "q", "host:host*", "template", TEMPLATE);
            client.post("/api/v1/monitor-definitions", definition, Object.class);
        }
        long begun = System.nanoTime();
        while (WatchMetrics.of(client).monitors() < (long) hosts * MONITORS_A_HOST) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("The monitors do not come: " + WatchMetrics.of(client));
            }
            Thread.sleep(GLANCE);
        }
    }

    private static List<Figure> everyMinute(RunningServer server, int hosts) throws Exception {
        Client client = server.client();
        for (int i = 0; i < WARM_UPS; i++) {
            Thread.sleep(TWO_MINUTES);
        }
        Samples late = new Samples();
        Samples rates = new Samples();
        for (int i = 0; i < READINGS; i++) {
            WatchMetrics before = WatchMetrics.of(client);
            Thread.sleep(TWO_MINUTES);
            WatchMetrics after = WatchMetrics.of(client);
            late.add(after.latestMs());
            rates.add(after.rateSince(before));
        }
        String what = "%,d TCP monitors each minute: ".formatted(hosts * MONITORS_A_HOST);
        return List.of(
                Figure.of(what + "checks", "/s", rates),
                Figure.of(what + "p99 of lateness", "ms", late).wanted(WANTED_LATE_MS),
                Figure.of(what + "memory in use", "MB", Samples.of(server.residentMb()))
                        .wanted(WANTED_MB));
    }

    private static Figure ceiling(RunningServer server, String what) throws Exception {
        Thread.sleep(WARM_UP);
        Samples rates = new Samples();
        for (int i = 0; i < WINDOWS; i++) {
            rates.add(rate(server.client()));
        }
        return Figure.of(what, "/s", rates).wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_A_SECOND);
    }

    /**
     * The first result of a monitor's new kind gives its file a new series, which later ones have.
     */
    private static void awaitRounds(Client client, int monitors) throws Exception {
        double wanted = WatchMetrics.of(client).checks() + (double) ROUNDS * monitors;
        long begun = System.nanoTime();
        while (WatchMetrics.of(client).checks() < wanted) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("Not all were checked: " + WatchMetrics.of(client));
            }
            Thread.sleep(GLANCE);
        }
    }

    private static double rate(Client client) throws Exception {
        WatchMetrics before = WatchMetrics.of(client);
        Thread.sleep(WINDOW);
        return WatchMetrics.of(client).rateSince(before);
    }

    /** The loop in C has the machine to itself while the server is suspended. */
    private static List<Figure> plugins(RunningServer server, int hosts, Path scratch)
            throws Exception {
        say(server, dummy(TOO_SHORT));
        awaitRounds(server.client(), hosts * MONITORS_A_HOST);
        Optional<SpawnLoop> loop = SpawnLoop.compiled(scratch);
        List<String> command = new ArrayList<>(DUMMY);
        command.set(0, PLUGINS.resolve(DUMMY.getFirst()).toString());
        Samples ours = new Samples();
        Samples inC = new Samples();
        for (int i = 0; i < WINDOWS; i++) {
            ours.add(rate(server.client()));
            if (loop.isPresent()) {
                server.suspend();
                inC.add(
                        loop.get()
                                .rate(
                                        command,
                                        Runtime.getRuntime().availableProcessors(),
                                        LOOP_SECONDS));
                server.goOn();
                Thread.sleep(WINDOW);
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("check_dummy at most, as another account", "/s", ours));
        if (inC.size() > 0) {
            figures.add(Figure.of("check_dummy, posix_spawn in C", "/s", inC).ofPeer());
            figures.add(
                    Figure.of("check_dummy ÷ in C", "×", ours.dividedBy(inC))
                            .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_C));
        }
        figures.add(lateBelowCeiling(server, hosts, ours.median()));
        return figures;
    }

    private static Figure lateBelowCeiling(RunningServer server, int hosts, double ceiling)
            throws Exception {
        double seconds = hosts * MONITORS_A_HOST / (PART_OF_CEILING * ceiling);
        say(server, dummy("%dms".formatted(Math.round(seconds * 1_000))));
        awaitCaughtUp(server.client());
        Samples late = new Samples();
        for (int i = 0; i < READINGS; i++) {
            Thread.sleep(TWO_MINUTES);
            late.add(WatchMetrics.of(server.client()).latestMs());
        }
        return Figure.of("check_dummy at 0.8 of that: p99 of lateness", "ms", late)
                .wanted(WANTED_LATE_OF_PLUGINS_MS);
    }

    /** What was too much leaves a queue, which is worked off with the fifth that is to spare. */
    private static void awaitCaughtUp(Client client) throws Exception {
        long begun = System.nanoTime();
        do {
            Thread.sleep(TWO_MINUTES);
        } while (WatchMetrics.of(client).latestMs() > WANTED_LATE_OF_PLUGINS_MS
                && System.nanoTime() - begun < PATIENCE_NANOS);
    }
}
