package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Server and PostgreSQL are killed at random moments while reports come in. */
class KilledTest {

    private static final int MOMENTS = 10;
    private static final int OK = 200;
    private static final String MACHINE = "5eed5eed5eed5eed5eed5eed5eed5eed";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Instant begin = Instant.now().minus(Duration.ofHours(1));
    private final Set<Integer> kept = ConcurrentHashMap.newKeySet();
    private String token = "";

    @Test
    void keepsEveryAcknowledgedReportAndStartsAgainWithoutHelp() throws InterruptedException {
        long seed = Long.getLong("cadastre.seed", System.nanoTime());
        System.out.println("KilledTest: -Dcadastre.seed=" + seed);
        Random random = new Random(seed);
        try (Lab lab = Lab.open(folder)) {
            EstateText estate = new EstateText(lab.identity()).environment("qa");
            estate.host(lab.host(HostSpec.debian("db1")), "qa");
            ServerStart start =
                    ServerStart.at(folder.resolve("home"))
                            .option("--estate=" + estate.write(folder.resolve("estate.ini")));
            RunningServer server = start.ready();
            token = server.cadastre("host", "add", "edge1", "--push").exited(0).out().strip();
            for (int moment = 0; moment < MOMENTS; moment++) {
                boolean whole = moment % 2 == 0;
                disturb(server, whole, TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500)));
                server = whole ? start.ready() : server;
                awaitNewReport(server);
                assertThat(numberKept(server)).isGreaterThanOrEqualTo(acknowledged.get());
            }
            server.cadastre("collect", "db1").exited(0);
            assertThat(reportsInHistory(server)).contains(kept());
            server.close();
        }
    }

    /** Kills the server, or PostgreSQL alone, while reports and a collection are under way. */
    private void disturb(RunningServer server, boolean whole, long after)
            throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Thread collection = Thread.ofVirtual().start(() -> server.cadastre("collect", "db1"));
        Thread pusher =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!ended.get()) {
                                push(server);
                            }
                        });
        LockSupport.parkNanos(after);
        if (whole) {
            server.kill();
        } else {
            server.killPostgres();
        }
        ended.set(true);
        pusher.join();
        collection.join();
    }

    private Integer[] kept() {
        return kept.toArray(Integer[]::new);
    }

    /** Sends the next report, and remembers its number if the server says that it has it. */
    private boolean push(RunningServer server) {
        int number = sent.incrementAndGet();
        String report =
                SmallReport.of("edge1", MACHINE, begin.plusSeconds(number))
                        .fact("number", Integer.toString(number))
                        .text();
        try {
            boolean stored = server.push(token, report).statusCode() == OK;
            if (stored) {
                acknowledged.set(number);
                kept.add(number);
            }
            return stored;
        } catch (IOException e) {
            // The server is gone: nothing was acknowledged.
            return false;
        }
    }

    private void awaitNewReport(RunningServer server) {
        Waiting.until(RECOVERY, () -> push(server), () -> "no report was taken after the kill");
    }

    private static int numberKept(RunningServer server) {
        return server.items("host", "edge1", "facts").stream()
                .filter(fact -> fact.get("name").asString().equals("sent.number"))
                .mapToInt(fact -> fact.get("value").asInt())
                .findFirst()
                .orElse(0);
    }

    /** The first report makes no event; each later one tells which number it brought. */
    private Set<Integer> reportsInHistory(RunningServer server) {
        Set<Integer> numbers = new TreeSet<>(Set.of(1));
        for (JsonNode event : server.items("host", "edge1", "history")) {
            String detail = event.get("detail").toString();
            if (detail.contains("sent.number")) {
                NUMBER.matcher(detail)
                        .results()
                        .forEach(match -> numbers.add(Integer.parseInt(match.group())));
            }
        }
        return numbers;
    }
}
