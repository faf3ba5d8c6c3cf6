package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Timeout(60)
class EventsTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Timeline timeline;
    @Autowired private TransactionTemplate transaction;

    @Test
    void streamsWhatHappensAndOnlyWithinReach() throws Exception {
        ApiClient reader = ApiClient.in("events-a", Role.VIEWER, server, access, tokens);

        try (BufferedReader stream = listen(reader, null)) {
            append("events-b", "hidden");
            append("events-a", "seen");

            assertThat(untilData(stream)).contains("\"seen\"").doesNotContain("hidden");
        }
    }

    @Test
    void tellsWhatWasMissed() throws Exception {
        ApiClient reader = ApiClient.in("events-c", Role.VIEWER, server, access, tokens);
        String last;
        try (BufferedReader stream = listen(reader, null)) {
            append("events-c", "first");
            last = id(untilData(stream));
        }
        append("events-c", "missed");

        try (BufferedReader stream = listen(reader, last)) {
            assertThat(untilData(stream)).contains("missed");
        }
    }

    @Test
    void tellsWhatIsThoughtOfMonitorsWithinReach() throws Exception {
        long hidden = monitor("device:events-d", "events-d");
        long seen = monitor("device:events-e", "events-e");
        ApiClient reader = ApiClient.in("events-e", Role.VIEWER, server, access, tokens);

        try (BufferedReader stream = listen(reader, null, "?only=STATES")) {
            tell(hidden);
            tell(seen);

            assertThat(untilData(stream))
                    .contains("event:states", "\"id\":" + seen, "\"state\":\"CRITICAL\"")
                    .doesNotContain("\"id\":" + hidden);
        }
    }

    private long monitor(String asset, String environment) {
        ApiClient writer = ApiClient.administrator(server, access, tokens);
        writer.send(
                writer.request("/api/v1/assets/" + asset)
                        .header("Content-Type", "application/json")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"environment\":\"%s\"}".formatted(environment))));
        return writer.post(
                        "/api/v1/monitors",
                        "{\"name\":\"told\",\"asset\":\"%s\",\"kind\":\"PASSIVE\"}"
                                .formatted(asset))
                .get("id")
                .asLong();
    }

    private void tell(long monitor) {
        ApiClient.administrator(server, access, tokens)
                .post(
                        "/api/v1/monitors/" + monitor + "/results",
                        "{\"state\":\"CRITICAL\",\"output\":\"it is hot\"}");
    }

    private BufferedReader listen(ApiClient reader, @Nullable String last) throws Exception {
        return listen(reader, last, "");
    }

    private BufferedReader listen(ApiClient reader, @Nullable String last, String query)
            throws Exception {
        var request = reader.request("/api/v1/events" + query);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        var stream =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        if (last == null) {
            assertThat(stream.readLine()).isEqualTo(":open");
        }
        return stream;
    }

    private static String untilData(BufferedReader stream) throws Exception {
        var event = new StringBuilder();
        String line;
        while ((line = stream.readLine()) != null) {
            event.append(line).append('\n');
            if (line.startsWith("data:")) {
                return event.toString();
            }
        }
        throw new AssertionError("The stream ended after " + event);
    }

    private static String id(String event) {
        return List.of(event.split("\n")).stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3);
    }

    private void append(String environment, String summary) {
        transaction.executeWithoutResult(status ->
                timeline.append(
                        new NewEvent("host:events", environment, "test", summary, "{}", "system")));
    }
}
