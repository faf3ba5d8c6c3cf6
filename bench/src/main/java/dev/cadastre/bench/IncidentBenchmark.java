package dev.cadastre.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How soon many failures with one cause are one incident, and who is told of what. Half of what
 * needs the cause fails before it does, and all of it fails for certain after it.
 */
final class IncidentBenchmark implements Benchmark {

    private static final int DEPENDENTS = 2_000;
    private static final int ROUNDS = 5;
    private static final int JUDGED_RESULTS = 21;
    private static final String CAUSE = "device:cause";
    private static final String TEAM = "bench";
    private static final double WANTED_SECONDS = 5;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Longer than a new incident is left to turn out to be because of another. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "incident";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Monitor(@JsonProperty("id") long id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Incident(
            @JsonProperty("id") long id,
            @JsonProperty("cause") String cause,
            @JsonProperty("failures") int failures,
            @JsonProperty("unreachable") int unreachable) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Story(@JsonProperty("incident") Incident incident) {}

    private record Incidents(@JsonProperty("items") List<Incident> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Delivery(
            @JsonProperty("incident") long incident, @JsonProperty("kind") String kind) {}

    private record Deliveries(@JsonProperty("items") List<Delivery> items) {}

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path home = Files.createDirectory(surroundings.scratch().resolve("incident"));
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (RunningServer server =
                RunningServer.start(
                        surroundings.checkout(), home, List.of(), told(mail.getSmtp().getPort()))) {
            Client client = server.client();
            client.put("/api/v1/teams/" + TEAM, Map.of("email", "bench@example.com"));
            List<Long> monitors = monitors(client);
            Samples seconds = new Samples();
            Samples aboutCause = new Samples();
            for (int round = 0; round <= ROUNDS; round++) {
                Round measured = round(client, monitors);
                if (round > 0) {
                    seconds.add(measured.seconds());
                    aboutCause.add(measured.aboutCause());
                }
            }
            String what = "%,d failures are one incident with its cause".formatted(DEPENDENTS);
            return List.of(
                    Figure.of(what, "s", seconds).wanted(WANTED_SECONDS),
                    Figure.of("notices about the cause ÷ all notices", "×", aboutCause)
                            .wanted(Figure.Measure.MEDIAN_AT_LEAST, 1));
        } finally {
            mail.stop();
        }
    }

    private static List<String> told(int mailPort) {
        return List.of(
                "cadastre.alerting.fallback=" + TEAM,
                "cadastre.alerting.mail.host=127.0.0.1",
                "cadastre.alerting.mail.port=" + mailPort,
                "cadastre.alerting.mail.tls=NONE",
                "cadastre.alerting.mail.from=cadastre@example.com");
    }

    private static String dependent(int number) {
        return "device:dependent-" + number;
    }

    /** The monitors' ids, that of the cause first. */
    private static List<Long> monitors(Client client) throws IOException {
        client.put("/api/v1/assets/" + CAUSE, Map.of());
        for (int i = 0; i < DEPENDENTS; i++) {
            client.put("/api/v1/assets/" + dependent(i), Map.of());
        }
        client.put(
                "/api/v1/relations",
                items(
                        DEPENDENTS,
                        i ->
                                Map.of(
                                        "source",
                                        dependent(i),
                                        "type",
                                        "DEPENDS_ON",
                                        "target",
                                        CAUSE)));
        List<Long> ids = new ArrayList<>();
        ids.add(monitor(client, CAUSE, 0));
        for (int i = 0; i < DEPENDENTS; i++) {
            ids.add(monitor(client, dependent(i), 1));
        }
        return ids;
    }

    private static Map<String, Object> items(int count, IntFunction<Map<String, Object>> item) {
        return Map.of("items", IntStream.range(0, count).mapToObj(item).toList());
    }

    private static long monitor(Client client, String asset, int retries) throws IOException {
        Map<String, Object> wanted =
                Map.of(
                        "name",
                        "works",
                        "asset",
                        asset,
                        "kind",
                        "PASSIVE",
                        "availability",
                        true,
                        "retries",
                        retries);
        return client.post("/api/v1/monitors", wanted, Monitor.class).id();
    }

    private record Round(double seconds, double aboutCause) {}

    private static Round round(Client client, List<Long> monitors) throws Exception {
        List<Long> dependents = monitors.subList(1, monitors.size());
        // Rounds in so quick a row would be taken for flapping, which is judged by the last
        // results.
        for (int i = 0; i < JUDGED_RESULTS; i++) {
            tell(client, monitors, "OK");
        }
        await(client, List::isEmpty);
        tell(client, dependents.subList(0, DEPENDENTS / 2), "CRITICAL");
        tell(client, monitors.subList(0, 1), "CRITICAL");
        long begun = System.nanoTime();
        tell(client, dependents, "CRITICAL");
        tell(client, dependents, "CRITICAL");
        Incident incident = await(client, IncidentBenchmark::isWhole).getFirst();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(UNTIL_TOLD);
        return new Round(seconds, aboutCause(client, incident.id()));
    }

    private static boolean isWhole(List<Incident> open) {
        return open.size() == 1
                && open.getFirst().cause().equals(CAUSE)
                && open.getFirst().failures() + open.getFirst().unreachable() > DEPENDENTS;
    }

    private static void tell(Client client, List<Long> monitors, String state) throws IOException {
        client.post(
                "/api/v1/monitors/results",
                items(
                        monitors.size(),
                        i -> Map.of("monitor", monitors.get(i), "state", state, "output", state)),
                Object.class);
    }

    private static List<Incident> await(Client client, Predicate<List<Incident>> wanted)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            List<Incident> open =
                    client.get("/api/v1/incidents?state=OPEN&limit=10", Incidents.class).items();
            if (wanted.test(open)) {
                return open;
            }
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("The incidents are still " + open);
            }
            Thread.sleep(GLANCE);
        }
    }

    /** The part of all notices until now that is about the cause. */
    private static double aboutCause(Client client, long incident) throws IOException {
        List<Delivery> told = client.get("/api/v1/deliveries?limit=1000", Deliveries.class).items();
        if (told.stream().noneMatch(one -> isOpening(one, incident))) {
            throw new IOException("Nobody is told of incident " + incident);
        }
        double about = 0;
        for (Delivery one : told) {
            String path = "/api/v1/incidents/" + one.incident();
            about += client.get(path, Story.class).incident().cause().equals(CAUSE) ? 1 : 0;
        }
        return about / told.size();
    }

    private static boolean isOpening(Delivery one, long incident) {
        return one.incident() == incident && one.kind().equals("OPENED");
    }
}
