package dev.cadastre.bench;

import dev.cadastre.api.monitor.MonitorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many checks without a process a server makes in their turns, and how late they begin. */
final class ChecksBenchmark implements Benchmark {

    /** Lateness is told of the last two minutes, so that it is read after as many. */
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private static final int WARM_UPS = 2;
    private static final int READINGS = 2;

    /** Shorter than any server on this machine can keep, so that it always has something to do. */
    private static final String TOO_SHORT = "5s";

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int WINDOWS = 5;

    private static final double WANTED_LATE_MS = 500;
    private static final double WANTED_MB = 1_200;
    private static final double WANTED_A_SECOND = 4_000;

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        try (CheckedPeers peers = CheckedPeers.start();
                WatchingServer server =
                        WatchingServer.start(
                                surroundings,
                                name(),
                                surroundings.reports(),
                                WatchingServer.network(MonitorKind.TCP, "1m", peers.tcp()))) {
            List<Figure> figures = new ArrayList<>(everyMinute(server));
            server.say(WatchingServer.network(MonitorKind.TCP, TOO_SHORT, peers.tcp()));
            figures.add(ceiling(server, "TCP checks at most"));
            server.say(WatchingServer.network(MonitorKind.HTTP, TOO_SHORT, peers.http()));
            figures.add(ceiling(server, "HTTP checks at most"));
            return figures;
        }
    }

    private static List<Figure> everyMinute(WatchingServer server) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            Thread.sleep(TWO_MINUTES);
        }
        Samples late = new Samples();
        Samples rates = new Samples();
        for (int i = 0; i < READINGS; i++) {
            rates.add(server.rate(TWO_MINUTES));
            late.add(server.metrics().latestMs());
        }
        String what = "%,d TCP monitors each minute: ".formatted(server.monitors());
        return List.of(
                Figure.of(what + "checks", "/s", rates),
                Figure.of(what + "p99 of lateness", "ms", late).wanted(WANTED_LATE_MS),
                Figure.of(what + "memory in use", "MB", Samples.of(server.residentMb()))
                        .wanted(WANTED_MB));
    }

    private static Figure ceiling(WatchingServer server, String what) throws Exception {
        Thread.sleep(WARM_UP);
        Samples rates = new Samples();
        for (int i = 0; i < WINDOWS; i++) {
            rates.add(server.rate(WINDOW));
        }
        return Figure.of(what, "/s", rates).wanted(Figure.Measure.MEDIAN_AT_LEAST, WANTED_A_SECOND);
    }
}
