package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the register fills up while it works. */
class FullDiskTest {

    private static final long LEFT = 8 << 20;

    @TempDir private Path folder;

    @Test
    void refusesWhatItCannotKeepAndKeepsWhatItAcknowledged() throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"));
                RunningServer server = ServerStart.at(disk.home()).ready()) {
            LargeReports reports = LargeReports.to(server);
            disk.fillBut(LEFT);

            List<String> acknowledged = new ArrayList<>();
            assertRefusedWithReason(reports.pushUntilRefused(acknowledged));

            disk.free();
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> taken(reports.pushAnother()),
                    () -> "Reports are refused although there is space again");
            assertThat(acknowledged).isNotEmpty();
            for (String host : acknowledged) {
                assertThat(server.host(host).get("packages").asInt())
                        .isEqualTo(LargeReports.PACKAGES);
            }
        }
    }

    /** Until the database is back, each refusal says what is the matter. */
    static boolean taken(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return true;
        }
        assertRefusedWithReason(answer);
        return false;
    }

    static void assertRefusedWithReason(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
        assertThat(answer.body())
                .contains("\"remedy\"", "\"code\"")
                .containsAnyOf("disk", "database");
    }
}
