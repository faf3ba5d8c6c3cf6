package dev.cadastre.bench;

import dev.cadastre.api.monitor.MonitorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server with so many monitors on each of its hosts, which all start from one template, so that
 * they go from one kind to the next together.
 */
final class WatchingServer implements AutoCloseable {

    private static final int MONITORS_A_HOST = 100;
    private static final int PACKAGES = 5;
    private static final String TEMPLATE = "bench";
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = 600_000_000_000L;

    private final RunningServer server;
    private final int monitors;

    private WatchingServer(RunningServer server, int monitors) {
        this.server = server;
        this.monitors = monitors;
    }

    /** Starts it and waits until all its monitors are in their turns. */
    static WatchingServer start(
            Surroundings surroundings, String name, int hosts, Map<String, Object> template)
            throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve(name));
        RunningServer server =
                RunningServer.start(surroundings.checkout(), home, List.of(), List.of());
        WatchingServer watching = new WatchingServer(server, hosts * MONITORS_A_HOST);
        watching.say(template);
        watching.define(hosts);
        return watching;
    }

    /** A template of checks without a process. */
    static Map<String, Object> network(
            MonitorKind kind, String interval, Map<String, Object> settings) {
        return Map.of("kind", kind, "interval", interval, "settings", settings);
    }

    /** A template of plug-ins. */
    static Map<String, Object> plugin(String interval, List<String> command) {
        return Map.of("kind", MonitorKind.PLUGIN, "interval", interval, "command", command);
    }

    private void define(int hosts) throws Exception {
        Client client = server.client();
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
        while (metrics().monitors() < monitors) {
            await(begun, "The monitors do not come");
        }
    }

    /** Has all monitors be what a template says from now on. */
    void say(Map<String, Object> template) throws IOException {
        server.client().put("/api/v1/monitor-templates/" + TEMPLATE, template);
    }

    /** Waits until each monitor was checked so many times more. */
    void awaitRounds(int rounds) throws Exception {
        double wanted = metrics().checks() + (double) rounds * monitors;
        long begun = System.nanoTime();
        while (metrics().checks() < wanted) {
            await(begun, "Not all were checked");
        }
    }

    private void await(long begun, String complaint) throws Exception {
        if (System.nanoTime() - begun > PATIENCE_NANOS) {
            throw new IOException(complaint + ": " + metrics());
        }
        Thread.sleep(GLANCE);
    }

    /** How many checks a second begin over a time. */
    double rate(Duration window) throws Exception {
        WatchMetrics before = metrics();
        Thread.sleep(window);
        return metrics().rateSince(before);
    }

    WatchMetrics metrics() throws IOException {
        return WatchMetrics.of(server.client());
    }

    int monitors() {
        return monitors;
    }

    double residentMb() throws IOException {
        return server.residentMb();
    }

    /** Stops its process in its tracks, so that a peer has the machine to itself. */
    void suspend() throws IOException, InterruptedException {
        server.suspend();
    }

    /** Lets it go on. */
    void goOn() throws IOException, InterruptedException {
        server.goOn();
    }

    @Override
    public void close() {
        server.close();
    }
}
