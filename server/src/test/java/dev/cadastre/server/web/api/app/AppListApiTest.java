package dev.cadastre.server.web.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.request.Cursor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists of apps by REST. */
@ServerTest
class AppListApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private JdbcClient jdbc;

    private void app(String name, String environment, String state) {
        long app =
                jdbc.sql("insert into parcels.app (name, environment) values (?, ?) returning id")
                        .params(name, environment)
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into parcels.app_revision
                          (app, number, verb, parcel, version, digest, state, problem, content,
                           sealed, made_by, made_at)
                        values (?, 1, 'DEPLOY', ?, '1', ?, ?, '',
                          '{"views":[],"hosts":{},"bindings":[],"file":""}', '', 'anna', now())
                        """)
                .params(app, name, environment, state)
                .update();
    }

    private static JsonNode get(ApiClient who, String path) {
        HttpResponse<String> answer = who.send(who.request(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.read(answer);
    }

    private static List<String> names(JsonNode page) {
        return page.get("items").valueStream().map(app -> app.get("name").asString()).toList();
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        for (String name : List.of("c", "a", "b")) {
            app(name, "applist-a", "CURRENT");
        }
        app("d", "applist-a", "REMOVED");
        app("a", "applist-b", "FAILED");
        ApiClient admin = ApiClient.administrator(server, access, tokens);

        List<String> all = new ArrayList<>();
        String path = "/api/v1/apps?environment=applist-a&limit=2";
        JsonNode page = get(admin, path);
        assertThat(names(page)).hasSize(2);
        all.addAll(names(page));
        JsonNode last = get(admin, path + "&after=" + page.get("next").asString());
        all.addAll(names(last));

        assertThat(all).containsExactly("a@applist-a", "b@applist-a", "c@applist-a");
        assertThat(last.has("next")).isFalse();
        assertThat(last.get("items").get(0).has("remarks")).isFalse();
        assertThat(
                        names(
                                get(
                                        ApiClient.in(
                                                "applist-b", Role.VIEWER, server, access, tokens),
                                        "/api/v1/apps?limit=1")))
                .containsExactly("a@applist-b");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        String path = "/api/v1/apps?after=" + new Cursor("17").encode();

        assertThat(admin.send(admin.request(path)).statusCode()).isEqualTo(400);
    }
}
