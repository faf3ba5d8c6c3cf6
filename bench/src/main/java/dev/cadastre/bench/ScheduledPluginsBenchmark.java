package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many plug-ins a server runs in their turns as another account, with all that is made of their
 * results, beside a loop in C that only runs them; and how late they begin below that.
 */
final class ScheduledPluginsBenchmark implements Benchmark {

    /** So few of the hosts that several rounds of all monitors take a minute. */
    private static final int PART_OF_HOSTS = 5;

    private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");
    private static final List<String> DUMMY = List.of("check_dummy", "0", "fine | time=0.5s;1;2");

    /** Shorter than any server on this machine can keep, so that it always has something to do. */
    private static final int TOO_SHORT_SECONDS = 5;

    private static final String TOO_SHORT = TOO_SHORT_SECONDS + "s";

    private static final int ROUNDS = 4;
    private static final int WINDOWS = 7;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double LOOP_SECONDS = 5;

    /** Lateness is told of the last two minutes, so that it is read after as many. */
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private static final int READINGS = 2;
    private static final double PART_OF_CEILING = 0.8;
    private static final double WANTED_OF_C = 0.8;
    private static final double WANTED_OF_NAGIOS = 1;
    private static final double WANTED_LATE_MS = 200;
    private static final long PATIENCE_NANOS = 600_000_000_000L;

    @Override
    public String name() {
        return "scheduled-plugins";
    }

    @Override
    public Map<String, String> peers() throws IOException, InterruptedException {
        return Map.of("nagios", NagiosPeer.version());
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        try (WatchingServer server =
                WatchingServer.start(
                        surroundings,
                        name(),
                        surroundings.reports() / PART_OF_HOSTS,
                        WatchingServer.plugin(TOO_SHORT, DUMMY))) {
            // The first results make each monitor's file, which later ones have.
            server.awaitRounds(ROUNDS);
            Samples ours = new Samples();
            List<Figure> figures = new ArrayList<>(besideC(server, ours, surroundings.scratch()));
            if (NagiosPeer.isInstalled()) {
                figures.addAll(besideNagios(server, ours, surroundings.scratch()));
            }
            figures.add(lateBelowCeiling(server, ours.median()));
            return figures;
        }
    }

    /** The loop in C has the machine to itself while the server is suspended. */
    private static List<Figure> besideC(WatchingServer server, Samples ours, Path scratch)
            throws Exception {
        Optional<SpawnLoop> loop = SpawnLoop.compiled(scratch);
        List<String> command = command();
        int processors = Runtime.getRuntime().availableProcessors();
        Samples inC = new Samples();
        for (int i = 0; i < WINDOWS; i++) {
            ours.add(server.rate(WINDOW));
            if (loop.isPresent()) {
                server.suspend();
                inC.add(loop.get().rate(command, processors, LOOP_SECONDS));
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
        return figures;
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(DUMMY);
        command.set(0, PLUGINS.resolve(DUMMY.getFirst()).toString());
        return command;
    }

    /** It has the machine to itself, too, with as many services. */
    private static List<Figure> besideNagios(WatchingServer server, Samples ours, Path scratch)
            throws Exception {
        server.suspend();
        double nagios = NagiosPeer.rate(scratch, command(), server.monitors(), TOO_SHORT_SECONDS);
        server.goOn();
        return List.of(
                Figure.of("check_dummy at most, Nagios", "/s", Samples.of(nagios)).ofPeer(),
                Figure.of("check_dummy ÷ by Nagios", "×", Samples.of(ours.median() / nagios))
                        .wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_OF_NAGIOS));
    }

    private static Figure lateBelowCeiling(WatchingServer server, double ceiling) throws Exception {
        double seconds = server.monitors() / (PART_OF_CEILING * ceiling);
        server.say(WatchingServer.plugin("%dms".formatted(Math.round(seconds * 1_000)), DUMMY));
        awaitCaughtUp(server);
        Samples late = new Samples();
        for (int i = 0; i < READINGS; i++) {
            Thread.sleep(TWO_MINUTES);
            late.add(server.metrics().latestMs());
        }
        return Figure.of("check_dummy at 0.8 of that: p99 of lateness", "ms", late)
                .wanted(WANTED_LATE_MS);
    }

    /** What was too much leaves a queue, which is worked off with the fifth that is to spare. */
    private static void awaitCaughtUp(WatchingServer server) throws Exception {
        long begun = System.nanoTime();
        do {
            Thread.sleep(TWO_MINUTES);
        } while (server.metrics().latestMs() > WANTED_LATE_MS
                && System.nanoTime() - begun < PATIENCE_NANOS);
    }
}
