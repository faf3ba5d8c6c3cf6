package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whoever carries a run out is killed at some of its steps, or at all with {@code
 * -Dcadastre.soak=true}: what is known of it afterwards is so on the hosts, and it goes on.
 */
class KilledChangeTest {

    private static final boolean ALL = Boolean.getBoolean("cadastre.soak");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** What is so on a host as soon as a step has been done, in the order of the steps. */
    private static final Map<String, String> EFFECTS = effects();

    @TempDir private Path folder;

    private static Map<String, String> effects() {
        Map<String, String> effects = new LinkedHashMap<>();
        effects.put("packages", "command -v gunicorn");
        effects.put("account", "id guestbook");
        effects.put("folder", "test -d /opt/guestbook/1.0");
        effects.put("application", "test -s /opt/guestbook/1.0/manage.py");
        effects.put("configuration", "test -d /etc/guestbook");
        effects.put("settings", "grep -q title /etc/guestbook/guestbook.ini");
        effects.put("key", "test -s /etc/guestbook/key");
        effects.put("password", "test -s /var/lib/guestbook/.pgpass");
        effects.put(
                "schema",
                "cd / && runuser -u guestbook -- python3 /opt/guestbook/1.0/manage.py"
                        + " schema_version | grep -q 0001");
        effects.put("daemon", "test -s /var/lib/cadastre/daemons/guestbook/pid");
        effects.put("answers", "curl -sf http://localhost:8000/alive");
        effects.put("test", "curl -sf http://localhost:8000/");
        return effects;
    }

    private static List<String> steps(List<String> sample) {
        return ALL ? List.copyOf(EFFECTS.keySet()) : sample;
    }

    /** Hosts to which nothing was brought yet. */
    private ApplicationHosts hosts(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        return ApplicationHosts.start(own, "guestbook", Role.DJANGO);
    }

    private Path change(String name) {
        return Guestbook.copiedTo(folder.resolve(name + "-files")).change();
    }

    @Test
    void theCommandLineWithoutAServer() throws IOException {
        for (String step : steps(List.of("application", "schema"))) {
            try (ApplicationHosts hosts = hosts(step)) {
                Path home = folder.resolve(step + "-home");
                ChangeRuns runs = ChangeRuns.offline(hosts, home).with("--serial", "1");
                ChangeRuns.Going going = runs.begin(change(step));
                String run = going.id();
                awaitStarted(() -> journal(home, run), step);
                going.process().destroyForcibly().onExit().join();

                isTrue(hosts, runs.show(run));
                goesOn(hosts, runs, run);
            }
        }
    }

    @Test
    void theServer() throws IOException {
        for (String step : steps(List.of("schema"))) {
            try (ApplicationHosts hosts = hosts(step)) {
                Path home = folder.resolve(step + "-home");
                ServerStart start = ServerStart.at(home).option("--estate=" + hosts.estate());
                RunningServer server = start.ready();
                ChangeRuns runs = ChangeRuns.by(server, hosts).with("--serial", "1");
                ChangeRuns.Going going = runs.begin(change(step));
                String run = going.id();
                awaitStarted(() -> entries(runs, run), step);
                server.kill();
                going.process().destroyForcibly().onExit().join();
                try (RunningServer again = start.ready()) {
                    ChangeRuns later = ChangeRuns.by(again, hosts);
                    JsonNode detail = later.show(run);
                    assertThat(detail.at("/run/phase").asString()).isEqualTo("INTERRUPTED");
                    isTrue(hosts, detail);
                    goesOn(hosts, later, run);
                }
            }
        }
    }

    private static String journal(Path home, String run) {
        try {
            Path journal = home.resolve("runs").resolve(run).resolve("journal.jsonl");
            return Files.exists(journal) ? Files.readString(journal) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entries(ChangeRuns runs, String run) {
        return Programs.run(
                        runs.variables(),
                        "",
                        Programs.CADASTRE.toString(),
                        "api",
                        "GET",
                        "/api/v1/runs/%s/entries?limit=500".formatted(run))
                .exited(0)
                .out()
                .replace("\\\"", "\"");
    }

    /** Returns when the journal says that a step was begun. */
    private static void awaitStarted(Supplier<String> journal, String step) {
        Pattern started = Pattern.compile("\"kind\":\"started\"[^}]*\"of\":\"" + step + "\"");
        Waiting.until(
                LIMIT,
                () -> started.matcher(journal.get()).find(),
                () -> step + " is not begun: " + journal.get());
    }

    /** What is said to be done is so on the hosts. */
    private static void isTrue(ApplicationHosts hosts, JsonNode detail) {
        for (LabHost host : hosts.web()) {
            detail.get("places")
                    .valueStream()
                    .filter(place -> place.get("host").asString("").equals(host.name()))
                    .flatMap(place -> place.get("cells").valueStream())
                    .filter(cell -> cell.get("status").asString().equals("OK"))
                    .map(cell -> cell.get("job").asString())
                    .filter(EFFECTS::containsKey)
                    .forEach(job ->
                            assertThat(
                                            host.run(
                                                    "if %s; then echo so; fi 2>&1 | tail -n 1"
                                                            .formatted(EFFECTS.get(job))))
                                    .as("%s on %s", job, host.name())
                                    .endsWith("so\n"));
        }
    }

    /** Whether a host goes on with what its caller was killed in, which is looked at again. */
    private static boolean isAtWork(JsonNode detail) {
        return detail.toString().contains("it is still at work there");
    }

    private static void goesOn(ApplicationHosts hosts, ChangeRuns runs, String run) {
        Waiting.until(
                LIMIT,
                () -> {
                    runs.resume(run);
                    return !isAtWork(runs.show(run));
                },
                () -> "something is still at work: " + runs.show(run));
        ChangeRuns.Ended resumed = runs.known(run);

        assertThat(resumed.status()).isEqualTo("OK");
        isTrue(hosts, resumed.detail());
        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("1.0"));
    }
}
