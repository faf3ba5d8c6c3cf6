package dev.cadastre.acceptance;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the register fills up while it works. */
class FullDiskTest {

    /** Each report has this many packages that no other has, so that the database must grow. */
    private static final int PACKAGES = 2_000;

    private static final long LEFT = 8 << 20;

    /** More reports than the little that is left can hold. */
    private static final int MOST_REPORTS = 200;

    @TempDir private Path folder;

    @Test
    void refusesWhatItCannotKeepAndKeepsWhatItAcknowledged() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Programs.run("mount", "-t", "tmpfs", "-o", "size=400m", "disk", disk.toString()).exited(0);
        try (RunningServer server = ServerStart.at(disk.resolve("home")).ready()) {
            String token =
                    server.cadastre("token", "create", "any", "--role", "reporter")
                            .exited(0)
                            .out()
                            .strip();
            Path ballast = disk.resolve("ballast");
            fillBut(LEFT, ballast);

            List<String> acknowledged = new ArrayList<>();
            HttpResponse<String> refused = pushUntilRefused(server, token, acknowledged);
            assertRefusedWithReason(refused);

            Files.delete(ballast);
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> taken(push(server, token, MOST_REPORTS)),
                    () -> "Reports are refused although there is space again");
            assertThat(acknowledged).isNotEmpty();
            for (String host : acknowledged) {
                assertThat(server.host(host).get("packages").asInt()).isEqualTo(PACKAGES);
            }
        } finally {
            Programs.run("umount", "-l", disk.toString()).exited(0);
        }
    }

    private static void fillBut(long left, Path ballast) throws IOException {
        try (FileChannel channel = FileChannel.open(ballast, CREATE_NEW, WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(64 << 10);
            try {
                while (true) {
                    channel.write(block.clear());
                }
            } catch (IOException full) {
                channel.truncate(channel.size() - left);
            }
        }
    }

    private static HttpResponse<String> pushUntilRefused(
            RunningServer server, String token, List<String> acknowledged) {
        for (int i = 0; i < MOST_REPORTS; i++) {
            HttpResponse<String> answer = push(server, token, i);
            if (answer.statusCode() != 200) {
                return answer;
            }
            acknowledged.add("full" + i);
        }
        throw new AssertionError("The disk did not fill up");
    }

    /** Until the database is back, each refusal says what is the matter. */
    private static boolean taken(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return true;
        }
        assertRefusedWithReason(answer);
        return false;
    }

    private static void assertRefusedWithReason(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
        assertThat(answer.body()).contains("\"remedy\"").containsAnyOf("disk", "database");
    }

    private static HttpResponse<String> push(RunningServer server, String token, int i) {
        List<String> packages =
                IntStream.range(0, PACKAGES)
                        .mapToObj(p -> SmallReport.line("package-%d-%d".formatted(i, p), "1", "M"))
                        .toList();
        String machineId = "%032x".formatted(0xabcdef00L + i);
        var report = new SmallReport("full" + i, machineId, Instant.now(), packages, List.of());
        try {
            return server.push(token, report.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
