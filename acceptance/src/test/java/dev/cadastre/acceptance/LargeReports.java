package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports that make the database grow: each has packages that no other has. */
final class LargeReports {

    static final int PACKAGES = 2_000;

    /** More than a small disk can hold that is nearly full. */
    private static final int MOST = 200;

    private final RunningServer server;
    private final String token;

    private LargeReports(RunningServer server, String token) {
        this.server = server;
        this.token = token;
    }

    static LargeReports to(RunningServer server) {
        return new LargeReports(server, server.token("any", "reporter"));
    }

    /** Returns the first refusal; adds the names of hosts whose reports were taken. */
    HttpResponse<String> pushUntilRefused(List<String> acknowledged) {
        for (int i = 0; i < MOST; i++) {
            HttpResponse<String> answer = push(i);
            if (answer.statusCode() != 200) {
                return answer;
            }
            acknowledged.add("full" + i);
        }
        throw new AssertionError("The disk did not fill up");
    }

    HttpResponse<String> pushAnother() {
        return push(MOST);
    }

    private HttpResponse<String> push(int i) {
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
