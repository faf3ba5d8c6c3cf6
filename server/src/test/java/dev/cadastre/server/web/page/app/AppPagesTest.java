package dev.cadastre.server.web.page.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Ending;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.parcels.repository.SampleParcel;
import dev.cadastre.server.web.api.ApiClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class AppPagesTest {

    private static final String INSTALL =
            """
            [change]
            name = install
            [step open]
            op = bundle.open
            bundle = app
            """;
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Estate estate;
    @Autowired private Parcels parcels;
    @Autowired private Apps apps;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    private void take(SampleParcel parcel) throws Exception {
        access.<Object, Exception>asSystem(
                () -> parcels.take(new ByteArrayInputStream(parcel.archive())));
    }

    private void declare(String environment) {
        for (String host : List.of(environment + "-1", environment + "-2")) {
            access.asSystem(() ->
                    estate.addHost(
                            new NewHost(
                                    host,
                                    environment,
                                    List.of(),
                                    Map.of("address", NewHost.NO_ADDRESS))));
        }
    }

    private static String order(String verb, String parcel, String hosts, String values) {
        return "{\"verb\":\"%s\",\"parcel\":%s,\"hosts\":%s,\"values\":{%s}}"
                .formatted(verb, parcel, hosts, values);
    }

    private AppRevision plan(String app, String order) {
        HttpResponse<String> answer =
                admin.send(
                        admin.request("/api/v1/apps/" + app + "/plans")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(order)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return apps.revisions(AppName.of(app).orElseThrow(), Integer.MAX_VALUE, 1, Reach.ALL)
                .getFirst();
    }

    private void end(AppRevision revision, Ending ending) {
        revision.tasks()
                .forEach(task -> {
                    apps.began(task.id());
                    apps.ended(task.id(), ending, "disk full: " + HOSTILE);
                });
    }

    private void deploy(String app, String parcel, String host, String values) {
        String quoted = "\"" + parcel + "\"";
        end(plan(app, order("DEPLOY", quoted, "[\"" + host + "\"]", values)), Ending.DONE);
    }

    /** A shop that needs a database, each on a host of its own. */
    private void shop(String environment) throws Exception {
        declare(environment);
        take(
                SampleParcel.of(environment + "-db", "15.2")
                        .with("changes/install.change", INSTALL)
                        .stating(
                                "[provide %s-db]\nword = ${consumer.password}\nport = ${port}\n"
                                        .formatted(environment))
                        .with(
                                "parameters.schema.json",
                                """
                                {"properties": {
                                  "port": {"type": "integer", "from": "fact:none", "default": 5432}}}
                                """));
        take(
                SampleParcel.of(environment + "-shop", "1.0.0")
                        .with("changes/install.change", INSTALL)
                        .stating("requires = %s-db as database\n".formatted(environment))
                        .with(
                                "parameters.schema.json",
                                """
                                {"properties": {
                                  "title": {"type": "string", "default": "Shop"},
                                  "word": {"type": "string", "secret": true,
                                    "from": "requirement:database.word"}}}
                                """));
        deploy("db@" + environment, environment + "-db", environment + "-1", "");
        deploy(
                "shop@" + environment,
                environment + "-shop",
                environment + "-2",
                "\"title\": \"%s\"".formatted(HOSTILE));
    }

    private static HttpResponse<String> get(ApiClient who, String path) {
        return who.send(who.request(path));
    }

    private String page(String path) {
        HttpResponse<String> answer = get(admin, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void listWhatIsDeployedByEnvironments() throws Exception {
        shop("page-app-a");

        assertThat(page("/apps?environment=page-app-a"))
                .contains(
                        "href=\"/apps/shop@page-app-a\"",
                        "href=\"/apps/db@page-app-a\"",
                        "href=\"/parcels/page-app-a-shop/1.0.0\"",
                        "title=\"database: page-app-a-db\"",
                        "/api/v1/apps?environment=page-app-a");
        assertThat(page("/apps?environment=none")).contains("No app is in none.");
    }

    @Test
    void tellEachValueWithItsOriginAndNoSecret() throws Exception {
        shop("page-app-b");
        AppName app = new AppName("shop", "page-app-b");
        long there = apps.current(app, Reach.ALL).orElseThrow().id();
        String word =
                apps.valuesOf(there)
                        .byHost()
                        .getOrDefault("page-app-b-2", Map.of())
                        .getOrDefault("word", "");

        assertThat(word).hasSize(32);
        assertThat(page("/apps/shop@page-app-b"))
                .contains(
                        "&lt;img src=x",
                        "command line",
                        "instead of <span class=\"mono\">Shop</span>",
                        "(secret)",
                        "requirement:database.word",
                        "href=\"/apps/db@page-app-b\"",
                        "href=\"/hosts/page-app-b-2\"",
                        "href=\"/parcels/page-app-b-shop/1.0.0/manual/index.md\"",
                        "/api/v1/apps/shop@page-app-b")
                .doesNotContain("<img", word);
        assertThat(page("/apps/db@page-app-b")).contains("href=\"/apps/shop@page-app-b\"");
    }

    @Test
    void tellWhatWasWantedAndWhatFailed() throws Exception {
        shop("page-app-c");
        AppRevision failed =
                plan("shop@page-app-c", order("CONFIGURE", "null", "null", "\"title\": \"New\""));
        end(failed, Ending.FAILED);

        String there = page("/apps/shop@page-app-c");
        assertThat(there)
                .contains(
                        "Revision 2 failed",
                        "disk full: &lt;img",
                        "href=\"/apps/shop@page-app-c?revision=2\"",
                        "href=\"/runs/plans/")
                .doesNotContain("<img", ">New<");
        assertThat(page("/apps/shop@page-app-c?revision=2"))
                .contains("Values of revision 2", ">New<", "those that are there");
        assertThat(get(admin, "/apps/shop@page-app-c?revision=9").statusCode()).isEqualTo(404);
        assertThat(get(admin, "/apps/shop@page-app-c?revision=x").statusCode()).isEqualTo(400);
        assertThat(get(admin, "/apps/nobody@page-app-c").statusCode()).isEqualTo(404);
        assertThat(get(admin, "/apps/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void tellWhoHasToBeConfigured() throws Exception {
        shop("page-app-f");
        AppRevision other =
                plan("db@page-app-f", order("CONFIGURE", "null", "null", "\"port\": \"1\""));
        assertThat(page("/apps/db@page-app-f"))
                .contains("port is its default on page-app-f-1")
                .doesNotContain("shop@page-app-f reads");

        end(other, Ending.DONE);

        assertThat(page("/apps/db@page-app-f"))
                .contains(
                        "shop@page-app-f reads database.port of it.",
                        "data-copy=\"cadastre app configure shop@page-app-f\"")
                .doesNotContain("port is its default");
        assertThat(page("/apps/shop@page-app-f"))
                .contains("db@page-app-f changed database.port since.");
        assertThat(get(admin, "/api/v1/apps/db@page-app-f").body())
                .contains("\"code\":\"app.consumer-outdated\"");
        end(plan("shop@page-app-f", order("CONFIGURE", "null", "null", "")), Ending.DONE);
        assertThat(page("/apps/db@page-app-f")).doesNotContain("To know");
    }

    @Test
    void areFoundByTheSearchBoxWithTheirParcels() throws Exception {
        shop("page-app-g");

        assertThat(page("/search?q=shop@page-app-g")).contains("href=\"/apps/shop@page-app-g\"");
        assertThat(page("/search?q=shop%20in%20page-app-g"))
                .contains("href=\"/apps/shop@page-app-g\"")
                .doesNotContain("href=\"/apps/db@page-app-g\"");
        assertThat(page("/search?q=Page-App-G-Shop"))
                .contains("href=\"/parcels/page-app-g-shop/1.0.0\"");
        ApiClient elsewhere = ApiClient.in("page-app-x", Role.VIEWER, server, access, tokens);
        assertThat(get(elsewhere, "/search?q=shop@page-app-g").body()).contains("Nothing matches.");
    }

    @Test
    void sayWhomToCall() throws Exception {
        shop("page-app-h");

        assertThat(page("/apps/shop@page-app-h"))
                .contains("Whom to call", "Nobody is known to answer for it.");
    }

    @Test
    void goOnWithOlderRevisions() throws Exception {
        shop("page-app-d");
        for (int i = 0; i < 21; i++) {
            plan("db@page-app-d", order("DEPLOY", "null", "null", ""));
        }

        String first = page("/apps/db@page-app-d");
        String next =
                first.replaceAll("(?s).*href=\"(/apps/db@page-app-d\\?after=[^\"]+)\".*", "$1");
        assertThat(first).contains("?revision=22\"").doesNotContain("?revision=2\"");
        assertThat(page(next)).contains("?revision=2\"", "?revision=1\"");
    }

    @Test
    void areReadWhereSomebodyMayReadAndOfferWhatTheyMayDo() throws Exception {
        shop("page-app-e");
        ApiClient there = ApiClient.in("page-app-e", Role.VIEWER, server, access, tokens);
        ApiClient elsewhere = ApiClient.in("page-app-x", Role.VIEWER, server, access, tokens);

        assertThat(get(there, "/apps").body()).contains("shop@page-app-e");
        assertThat(get(there, "/apps/shop@page-app-e").body())
                .contains("Shop")
                .doesNotContain("cadastre app configure");
        assertThat(page("/apps/shop@page-app-e")).contains("cadastre app configure");
        assertThat(get(elsewhere, "/apps").body()).doesNotContain("page-app-e");
        assertThat(get(elsewhere, "/apps/shop@page-app-e").statusCode()).isEqualTo(404);
    }
}
