package dev.cadastre.server.web.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** Has a change, and what sends, plans and starts it by REST. */
abstract class RunsByApi {

    static final String SHOP =
            """
            [DEFAULT]
            version = 1
            [change]
            name = shop
            summary = The shop, release ${version}
            [step motd]
            op = test.put
            key = motd
            value = release ${version} on ${host}
            [step conf]
            op = test.put
            key = conf
            value = 2
            as = root
            """;

    @Autowired Environment server;
    @Autowired Access access;
    @Autowired Tokens tokens;
    @Autowired RunsByTest byTest;
    @Autowired FakeHosts hosts;

    MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    MonitorCalls as(Role role, String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    HttpResponse<String> put(MonitorCalls who, String digest, byte[] tar) {
        return who.client()
                .send(
                        who.client()
                                .request("/api/v1/change-archives/" + digest)
                                .header("Content-Type", "application/x-tar")
                                .PUT(BodyPublishers.ofByteArray(tar)));
    }

    int head(MonitorCalls who, String digest) {
        return who.client()
                .send(
                        who.client()
                                .request("/api/v1/change-archives/" + digest)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    static String order(String digest, String host) {
        return """
        {"archive":"%s","hosts":["%s"],"parameters":{"version":"7"}}
        """
                .formatted(digest, host);
    }

    /** The id of a plan that is ready. */
    String planned(MonitorCalls who, String body) {
        String id = who.done("POST", "plans", body).get("id").asString();
        JsonNode plan = who.get("plans/" + id + "?patience=30");
        assertThat(plan.get("state").asString()).isEqualTo("READY");
        return id;
    }

    long started(MonitorCalls who, String body) {
        String plan = planned(who, body);
        return who.done("POST", "runs", "{\"plan\":\"%s\",\"why\":\"tests\"}".formatted(plan))
                .get("id")
                .asLong();
    }
}
