package dev.cadastre.acceptance;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A backup is taken while reports, corrections, comments and parcels come in. What is restored is
 * the register of one moment of that: each of a row of writes is in it if, and only if, the one
 * after it can be.
 */
class BackupWhileWritingTest {

    private static final String JSON = "application/json";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private final ReentrantReadWriteLock pause = new ReentrantReadWriteLock(true);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger parcels = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();

    /** Writes the same number into three parts of the register, one after the other. */
    private final class Writer implements Runnable {

        private final RunningServer server;
        private final String host;
        private final String token;
        private final String own;
        private final String incident;
        private final Instant begin = Instant.now().minus(Duration.ofHours(12));
        private volatile int begun;
        private volatile int acknowledged;

        Writer(RunningServer server, String host, String incident) throws IOException {
            this.server = server;
            this.host = host;
            this.incident = incident;
            this.own = Files.readString(server.home().resolve("cli-token")).strip();
            this.token =
                    server.cadastre("host", "add", host, "--env", "prod", "--push")
                            .exited(0)
                            .out()
                            .strip();
        }

        @Override
        public void run() {
            Lock between = pause.readLock();
            while (!ended.get()) {
                between.lock();
                try {
                    int next = acknowledged + 1;
                    begun = next;
                    write(next);
                    acknowledged = next;
                } finally {
                    between.unlock();
                }
            }
        }

        private void write(int number) {
            String machine = "5eed5eed5eed5eed5eed5eed5eed5ee" + host.substring(4);
            post(
                    token,
                    "/reports",
                    "text/plain",
                    SmallReport.of(host, machine, begin.plusSeconds(number))
                            .installed("openssl", "3.0." + number, "Debian")
                            .fact("number", Integer.toString(number))
                            .text());
            post(
                    own,
                    "/corrections",
                    JSON,
                    "{\"kind\":\"RENAME\",\"asset\":\"host:%s\",\"value\":\"%d\"}"
                            .formatted(host, number));
            post(
                    own,
                    "/incidents/%s/comments".formatted(incident),
                    JSON,
                    "{\"text\":\"%s=%d\"}".formatted(host, number));
        }

        private void post(String by, String path, String type, String body) {
            try {
                assertThat(server.post(by, path, type, body).statusCode())
                        .as(path)
                        .isBetween(200, 299);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Thread started(Runnable work) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException | AssertionError e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                });
    }

    @Test
    void isTheRegisterOfOneMoment() throws IOException, InterruptedException {
        Path backup = folder.resolve("one.backup");
        try (RunningServer server = start("home").ready()) {
            String incident = incident(server);
            List<Writer> writers =
                    List.of(
                            new Writer(server, "edge1", incident),
                            new Writer(server, "edge2", incident));
            List<Thread> threads = new ArrayList<>(writers.stream().map(this::started).toList());
            threads.add(started(() -> addParcels(server)));
            Waiting.until(
                    LIMIT,
                    () ->
                            parcels.get() > 0
                                    && writers.stream().allMatch(writer -> writer.acknowledged > 2),
                    () -> "nothing is written: " + failures);
            String moment = moment();
            List<Integer> before = writers.stream().map(writer -> writer.acknowledged).toList();
            server.cadastre("backup", backup.toString()).exited(0);
            List<Integer> after = writers.stream().map(writer -> writer.begun).toList();
            ended.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();

            server.cadastre("restore", backup.toString(), "--home=" + folder.resolve("restored"))
                    .exited(0);
            try (RunningServer restored = start("restored").ready()) {
                for (int writer = 0; writer < writers.size(); writer++) {
                    assertThat(after.get(writer)).isGreaterThan(before.get(writer));
                    isOneMoment(
                            restored,
                            "edge" + (writer + 1),
                            incident,
                            before.get(writer),
                            after.get(writer));
                }
                readsAreTheSame(server, restored, moment);
            }
        }
    }

    private ServerStart start(String home) {
        return ServerStart.at(folder.resolve(home))
                .property("cadastre.collection.this-machine", "false");
    }

    /** Before which everything that was acknowledged was written, and nothing else. */
    private String moment() {
        pause.writeLock().lock();
        try {
            Instant moment = Instant.now().plusMillis(1).truncatedTo(MILLIS);
            while (!Instant.now().isAfter(moment)) {
                Thread.onSpinWait();
            }
            return moment.toString();
        } finally {
            pause.writeLock().unlock();
        }
    }

    private static String incident(RunningServer server) {
        api(server, "PUT assets/device:router1", "{\"title\":\"Router\"}");
        api(
                server,
                "POST monitors",
                """
                {"name":"battery","asset":"device:router1","kind":"PASSIVE","retries":0,
                 "settings":{"freshness":"1d"},"reason":"new"}
                """);
        String monitor =
                server.cadastre("api", "GET", "monitors?name=battery")
                        .exited(0)
                        .items()
                        .getFirst()
                        .get("id")
                        .asString();
        api(
                server,
                "POST monitors/%s/results".formatted(monitor),
                "{\"state\":\"CRITICAL\",\"output\":\"5 % | charge=5%;50:;20:\"}");
        Waiting.until(
                LIMIT,
                () -> !server.items("incident", "list").isEmpty(),
                () -> "there is no incident");
        return server.items("incident", "list").getFirst().get("id").asString();
    }

    private static void api(RunningServer server, String line, String body) {
        String[] words = line.split(" ", 2);
        server.cadastre("api", words[0], words[1], body).exited(0);
    }

    /** Tables name the files of each. */
    private void addParcels(RunningServer server) {
        try {
            Path parcel = Files.createDirectories(folder.resolve("note"));
            Files.createDirectories(parcel.resolve("docs"));
            Files.writeString(parcel.resolve("docs/index.md"), "# note\n\nA note.\n");
            Files.createDirectories(parcel.resolve("changes"));
            for (String verb : List.of("install", "remove")) {
                Files.writeString(
                        parcel.resolve("changes").resolve(verb + ".change"),
                        """
                        [change]
                        name = note-%s

                        [step write]
                        op = command.run
                        command = date > /tmp/note
                        creates = /tmp/note
                        """
                                .formatted(verb));
            }
            for (int number = 1; !ended.get(); number++) {
                Files.writeString(
                        parcel.resolve("parcel.ini"),
                        """
                        [parcel]
                        name = note
                        version = 1.0.%d
                        summary = A note
                        licence = Apache-2.0
                        """
                                .formatted(number));
                server.cadastre("parcel", "add", parcel.toString()).exited(0);
                parcels.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of writes is cut at one place, which is not before or after the backup. */
    private static void isOneMoment(
            RunningServer restored, String host, String incident, int before, int after) {
        int reported = number(restored, host);
        int renamed = title(restored, host);
        int told = told(restored, host, incident);

        assertThat(List.of(reported, renamed, told))
                .as("what was written last of %s", host)
                .isIn(
                        List.of(reported, reported, reported),
                        List.of(reported, reported, reported - 1),
                        List.of(reported, reported - 1, reported - 1));
        assertThat(told).isGreaterThanOrEqualTo(before);
        assertThat(reported).isLessThanOrEqualTo(after);
        assertThat(restored.items("host", host, "packages"))
                .extracting(one -> one.get("version").asString())
                .containsExactly("3.0." + reported);
        assertThat(restored.items("host", host, "history"))
                .extracting(event -> event.get("detail").toString())
                .anyMatch(detail -> detail.contains("3.0." + reported))
                .noneMatch(detail -> detail.contains("3.0." + (reported + 1)));
    }

    private static int number(RunningServer server, String host) {
        return server.items("host", host, "facts").stream()
                .filter(fact -> fact.get("name").asString().equals("sent.number"))
                .mapToInt(fact -> fact.get("value").asInt())
                .findFirst()
                .orElseThrow();
    }

    private static int title(RunningServer server, String host) {
        JsonNode asset = server.cadastre("api", "GET", "assets/host:" + host).exited(0).json();
        return Integer.parseInt(asset.get("title").asString());
    }

    private static int told(RunningServer server, String host, String incident) {
        String said =
                server.cadastre("api", "GET", "incidents/" + incident).exited(0).json().toString();
        int number = 0;
        while (said.contains("\"%s=%d\"".formatted(host, number + 1))) {
            number++;
        }
        assertThat(said).doesNotContain("\"%s=%d\"".formatted(host, number + 2));
        return number;
    }

    /** All that has a past, and all files that tables name. */
    private static void readsAreTheSame(
            RunningServer server, RunningServer restored, String moment) {
        Map<String, String> reads = new TreeMap<>(EveryRead.of(restored, List.of(moment)));
        assertThat(reads.keySet()).anyMatch(read -> read.contains("/parcels/note/"));
        assertThat(reads).allSatisfy((read, answer) -> assertThat(answer).doesNotStartWith("5"));
        Map<String, String> live = EveryRead.of(server, List.of(moment));
        reads.keySet().removeIf(read -> !read.contains("at=" + moment));
        // Whence and when a host was last heard of is not asked of the past.
        reads.keySet().removeIf(read -> read.matches("/api/v1/hosts/edge[12]\\?at=.*"));

        assertThat(reads).hasSizeGreaterThan(20);
        assertThat(reads)
                .allSatisfy((read, answer) -> assertThat(answer).isEqualTo(live.get(read)));
    }
}
