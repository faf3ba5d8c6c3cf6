package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API with a token of its own. */
public final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    private ApiClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** A client that reaches nothing, in place of one until a test begins. */
    public static ApiClient nobody() {
        return new ApiClient("http://localhost:0", "");
    }

    /** A client that may do everything. */
    public static ApiClient administrator(Environment server, Access access, Tokens tokens) {
        return with(server, access, tokens, Grant.EVERYTHING);
    }

    /** A client that is something in one environment, or in all where that is null. */
    public static ApiClient in(
            @Nullable String environment,
            Role role,
            Environment server,
            Access access,
            Tokens tokens) {
        return with(server, access, tokens, new Grant(role, environment));
    }

    public static ApiClient with(Environment server, Access access, Tokens tokens, Grant grant) {
        String secret =
                access.asSystem(() -> tokens.issue("test-" + UUID.randomUUID(), grant, null))
                        .secret();
        return of(server, secret);
    }

    /** A client with a token that the server gave out. */
    public static ApiClient of(Environment server, String token) {
        String port = server.getRequiredProperty("local.server.port");
        return new ApiClient("http://localhost:" + port, token);
    }

    /** The answer as JSON, whatever its status. */
    public JsonNode get(String path) {
        return read(send(request(path)));
    }

    public JsonNode post(String path, String body) {
        return read(answer(path, "application/json", body));
    }

    public HttpResponse<String> answer(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token);
    }

    public static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** All that hosts answer to a question, read one by one until every one has answered. */
    public List<JsonNode> answers(String path, String question) {
        JsonNode part = post(path, question);
        String asked = path + "/" + part.get("id").asString();
        List<JsonNode> items = new ArrayList<>();
        while (part.has("next")) {
            part = get(asked + "?limit=1&after=" + part.get("next").asString());
            items.addAll(part.get("items").valueStream().toList());
        }
        assertThat(part.get("done")).isEqualTo(part.get("total"));
        return items;
    }

    /** The host that the server itself runs on. */
    public JsonNode thisMachine() {
        return get("/api/v1/hosts?limit=1000")
                .get("items")
                .valueStream()
                .filter(host -> host.path("address").asString("").equals("local"))
                .findFirst()
                .orElseThrow();
    }
}
