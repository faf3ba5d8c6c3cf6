package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.api.ConflictDecision;
import dev.cadastre.api.Lifecycle;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How requests are read and refused, by a server that has nothing but a few addresses for this. */
@SpringBootTest(
        classes = RequestTest.Addresses.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.location=optional:classpath:/none/")
class RequestTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @Test
    void readsAllParameters() throws Exception {
        JsonNode answer =
                get("/api/v1/test?name=web1&at=2026-05-04T14:00:00%2B02:00&limit=7&lifecycle=LIVE");

        assertThat(answer.get("at").asString()).isEqualTo("2026-05-04T12:00:00.000Z");
        assertThat(answer.get("limit").asInt()).isEqualTo(7);
    }

    @Test
    void breaksAnAnswerOffThatFailsHalfWay() {
        assertThatThrownBy(() -> send(request("/api/v1/test/half")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void tellsEverythingThatIsWrongWithParametersAtOnce() throws Exception {
        JsonNode problem =
                get("/api/v1/test?at=yesterday&limit=0&lifecycle=DEAD&nam=web1&limt=1&at=now");

        assertThat(problem.get("code").asString()).isEqualTo("parameters.bad");
        assertThat(problem.get("problems").valueStream().map(RequestTest::brief))
                .containsExactlyInAnyOrder(
                        "parameter.unknown nam",
                        "parameter.unknown limt",
                        "parameter.missing name",
                        "parameter.repeated at",
                        "parameter.wrong limit",
                        "parameter.wrong lifecycle");
        assertThat(problem.toString()).contains("Perhaps name was meant.");
    }

    @Test
    void takesNoYearThatHasMoreDigitsThanRfc3339Allows() throws Exception {
        JsonNode problem = get("/api/v1/test?name=web1&at=%2B1000000-01-01T00:00:00Z");

        assertThat(problem.get("problems").valueStream().map(RequestTest::brief))
                .containsExactly("parameter.wrong at");
    }

    @Test
    void saysWhatAnUnknownAddressIs() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/nothing"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo("route.unknown");
        assertThat(problem.get("detail").asString()).contains("GET /api/v1/nothing");
        assertThat(problem.get("remedy").asString()).contains("openapi.json");
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/test").DELETE());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
        assertThat(JSON.readTree(response.body()).get("code").asString()).isEqualTo("method.wrong");
    }

    @Test
    void pointsIntoABodyThatIsNotJson() throws Exception {
        JsonNode problem = post("{\"decision\": \n  SAME}");

        assertThat(problem.get("code").asString()).isEqualTo("body.unreadable");
        assertThat(problem.get("detail").asString()).contains("line 2");
    }

    @Test
    void namesWrongUnknownAndMissingFields() throws Exception {
        assertThat(brief(post("{\"decision\":\"MAYBE\"}").get("problems").get(0)))
                .isEqualTo("body.unreadable decision");
        assertThat(brief(post("{\"decisions\":\"SAME\"}").get("problems").get(0)))
                .isEqualTo("body.unreadable decisions");
        assertThat(brief(post("{}").get("problems").get(0))).isEqualTo("field.missing decision");
        assertThat(post("{\"decision\":\"MAYBE\"}").toString()).doesNotContain("dev.cadastre");
    }

    @Test
    void refusesBodiesThatAreTooLargeByAnnouncementAndByContent() throws Exception {
        String large = "x".repeat((1 << 20) + 1);

        HttpResponse<String> announced =
                send(json(request("/api/v1/test"), BodyPublishers.ofString(large)));
        HttpResponse<String> streamed =
                send(
                        json(
                                request("/api/v1/test"),
                                BodyPublishers.ofInputStream(() -> quoted(large))));

        assertThat(List.of(announced, streamed))
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(413);
                    assertThat(JSON.readTree(response.body()).get("code").asString())
                            .isEqualTo("body.too-large");
                });
    }

    @Test
    void refusesWithTheReasonOfTheOneWhoRefuses() throws Exception {
        JsonNode problem = get("/api/v1/test/forbidden");

        assertThat(problem.get("status").asInt()).isEqualTo(403);
        assertThat(problem.get("detail").asString()).isEqualTo("token:ci may not do this.");
        assertThat(problem.get("remedy").asString()).isEqualTo("Ask somebody who may.");
    }

    @Test
    void hidesWhyItFailedButNamesTheIncident() throws Exception {
        HttpResponse<String> response =
                send(request("/api/v1/test/failing").header("X-Request-Id", "incident-42"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("X-Request-Id")).contains("incident-42");
        assertThat(response.body())
                .contains("incident-42")
                .doesNotContain("hunter2")
                .doesNotContain("Exception");
    }

    @Test
    void givesItsOwnIdToRequestsThatBringAStrangeOne() throws Exception {
        HttpResponse<String> response =
                send(request("/api/v1/test/forbidden").header("X-Request-Id", "<script>"));

        assertThat(response.headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void answersAnUnchangedReadWithoutItsContent() throws Exception {
        String address = "/api/v1/test?name=web1";
        String etag = send(request(address)).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = send(request(address).header("If-None-Match", etag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(send(request(path)).body());
    }

    private JsonNode post(String body) throws Exception {
        return JSON.readTree(
                send(json(request("/api/v1/test"), BodyPublishers.ofString(body))).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpRequest.Builder json(
            HttpRequest.Builder request, HttpRequest.BodyPublisher body) {
        return request.header("Content-Type", "application/json").POST(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream quoted(String text) {
        return new java.io.ByteArrayInputStream(
                ("\"" + text + "\"").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String brief(JsonNode part) {
        return part.get("code").asString() + " " + part.get("where").asString();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @ComponentScan({"dev.cadastre.server.web.api.problem", "dev.cadastre.server.web.api.request"})
    @Import(Controller.class)
    static class Addresses {}

    @RestController
    static class Controller {

        @Parameters
        record Asked(
                String name,
                @Nullable Instant at,
                @Nullable Limit limit,
                @Nullable Lifecycle lifecycle) {}

        @GetMapping("/api/v1/test")
        Map<String, Object> read(Asked asked) {
            return Map.of(
                    "at",
                    asked.at() == null ? "now" : asked.at(),
                    "limit",
                    Limit.of(asked.limit()));
        }

        @PostMapping("/api/v1/test")
        ConflictDecision write(@RequestBody ConflictDecision decision) {
            return decision;
        }

        @GetMapping("/api/v1/test/forbidden")
        String forbidden() {
            throw new NotAllowed("token:ci may not do this", "Ask somebody who may.");
        }

        @GetMapping("/api/v1/test/half")
        void half(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ShallowEtagHeaderFilter.disableContentCaching(request);
            response.getOutputStream().println("name,version");
            response.getOutputStream().flush();
            throw new IllegalStateException("the database is away");
        }

        @GetMapping("/api/v1/test/failing")
        String failing() {
            throw new IllegalStateException("the password is hunter2");
        }
    }
}
