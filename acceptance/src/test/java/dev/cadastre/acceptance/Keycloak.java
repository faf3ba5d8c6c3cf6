package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak on a host, as applications and administrators use it.
 *
 * @param host where it is
 * @param app what it is called there
 * @param port where it listens
 */
record Keycloak(LabHost host, String app, int port) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What its administrator is given for name and password. */
    JsonNode token() {
        String password =
                host.run(
                                "sed -n 's/^bootstrap-admin-password=//p' /etc/%s/keycloak.conf"
                                        .formatted(app))
                        .strip();
        String form =
                "grant_type=password&client_id=admin-cli&username=admin&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(
                        request("/realms/master/protocol/openid-connect/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Makes a realm as an administrator. */
    void makeRealm(String name) {
        HttpResponse<String> answer =
                send(
                        authorised("/admin/realms")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"realm\":\"%s\",\"enabled\":true}"
                                                        .formatted(name))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Whether anybody finds that realm. */
    boolean hasRealm(String name) {
        return send(request("/realms/" + name).GET()).statusCode() == 200;
    }

    private HttpRequest.Builder authorised(String path) {
        return request(path)
                .header("Authorization", "Bearer " + token().get("access_token").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(host.address(), port, path)))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(LIMIT);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
