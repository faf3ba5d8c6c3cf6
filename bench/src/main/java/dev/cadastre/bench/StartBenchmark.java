package dev.cadastre.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a person waits for: the first page after a start, and a command; and what rest costs. */
final class StartBenchmark implements Benchmark {

    private static final int HOSTS = 100;
    private static final int PACKAGES = 800;
    private static final int STARTS = 5;
    private static final int COMMANDS = 20;
    private static final long REST_SECONDS = 30;
    private static final double WANTED_FIRST_PAGE = 3;
    private static final double WANTED_COMMAND = 0.3;
    private static final double WANTED_RESIDENT_MB = 400;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("start"));
        fill(surroundings.checkout(), home);
        Samples firstPage = new Samples();
        for (int i = 0; i < STARTS; i++) {
            try (Start start = start(surroundings.checkout(), home)) {
                firstPage.add(start.seconds());
            }
        }
        try (Start start = start(surroundings.checkout(), home)) {
            Samples command = commands(start.server());
            // The load before is what a server has behind it that rests.
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            Samples resident = Samples.of(start.server().residentMb());
            return List.of(
                    Figure.of("start to first page, 100 hosts", "s", firstPage)
                            .wanted(WANTED_FIRST_PAGE),
                    Figure.of("cadastre hosts", "s", command).wanted(WANTED_COMMAND),
                    Figure.of("server resident at rest", "MB", resident)
                            .wanted(WANTED_RESIDENT_MB));
        }
    }

    /** A server that has answered its first page. */
    private record Start(RunningServer server, double seconds) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    private static void fill(Path checkout, Path home) throws Exception {
        SyntheticReports reports = new SyntheticReports(PACKAGES);
        try (RunningServer server = RunningServer.start(checkout, home, List.of(), List.of())) {
            Client client = server.client();
            for (int host = 0; host < HOSTS; host++) {
                client.postReport(reports.of(host, 0));
            }
        }
    }

    private static Start start(Path checkout, Path home) throws IOException, InterruptedException {
        long start = System.nanoTime();
        RunningServer server =
                RunningServer.start(checkout, home, List.of("--anonymous-read"), List.of());
        requireHosts(server.client().get("/hosts"));
        return new Start(server, (System.nanoTime() - start) / 1e9);
    }

    private static void requireHosts(byte[] page) throws IOException {
        if (!new String(page, StandardCharsets.UTF_8).contains(SyntheticReports.name(0))) {
            throw new IOException("the page does not show the hosts");
        }
    }

    private static Samples commands(RunningServer server) throws IOException, InterruptedException {
        server.command("hosts");
        Samples samples = new Samples();
        for (int i = 0; i < COMMANDS; i++) {
            samples.add(server.command("hosts").seconds());
        }
        return samples;
    }
}
