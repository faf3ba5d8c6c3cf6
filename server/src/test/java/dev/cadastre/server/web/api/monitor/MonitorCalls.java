package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls about monitors, as somebody. */
public record MonitorCalls(ApiClient client) {

    public HttpResponse<String> send(String method, String path, String body) {
        return client.send(
                client.request("/api/v1/" + path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** The answer to what has to work. */
    public JsonNode done(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 204);
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : ApiClient.read(answer);
    }

    public JsonNode get(String path) {
        return done("GET", path, "");
    }

    /** Puts an asset on the map. */
    public void asset(String id, String environment) {
        done("PUT", "assets/" + id, "{\"environment\":\"%s\"}".formatted(environment));
    }

    /** Adds a monitor; returns its id. */
    public long add(String body) {
        return done("POST", "monitors", body).get("id").asLong();
    }

    /** Adds a monitor that is told results; returns its id. */
    long passive(String name, String asset) {
        return add(
                """
                {"name":"%s","asset":"%s","kind":"PASSIVE","retries":0}
                """
                        .formatted(name, asset));
    }

    /** A result as it is told. */
    static String result(String state, String output) {
        return "{\"state\":\"%s\",\"output\":\"%s\"}".formatted(state, output);
    }

    public List<String> codes(String method, String path, String body) {
        HttpResponse<String> refused = send(method, path, body);
        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
        return ApiClient.read(refused)
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("code").asString())
                .toList();
    }

    public int status(String method, String path, String body) {
        return send(method, path, body).statusCode();
    }

    public List<String> texts(String path, String member) {
        return get(path)
                .get("items")
                .valueStream()
                .map(item -> item.get(member).asString())
                .toList();
    }
}
