package dev.cadastre.server.web.page.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.parcels.repository.SampleParcel;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class ParcelPagesTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    private void add(SampleParcel parcel) {
        HttpResponse<String> answer =
                admin.send(
                        admin.request("/api/v1/parcels")
                                .POST(BodyPublishers.ofByteArray(parcel.archive())));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static HttpResponse<String> get(ApiClient who, String path) {
        return who.send(who.request(path));
    }

    private String page(String path) {
        HttpResponse<String> answer = get(admin, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static SampleParcel guestbook(String name, String version) {
        return SampleParcel.of(name, version)
                .stating(
                        """
                        owner = payments
                        provides = page-http
                        requires = page-db >= 13 as database
                        [needs]
                        memory = 256M
                        """)
                .with(
                        "parameters.schema.json",
                        """
                        {"type":"object","required":["http.port"],"properties":{
                          "http.port":{"type":"integer","default":8123,"description":"%s"},
                          "key":{"type":"string","secret":true,"from":"generate:password"}}}
                        """
                                .formatted(HOSTILE))
                .with("docs/index.md", "# Guestbook\n[restart](restart.md)\n" + HOSTILE + "\n")
                .with("docs/restart.md", "# Restart\n![a](a.png)\n")
                .with("docs/a.png", "not really")
                .with("docs/evil.svg", "<svg onload='alert(1)'/>");
    }

    @Test
    void tellWhatThereIs() {
        add(guestbook("page-a", "1.9"));
        add(guestbook("page-a", "1.10"));

        assertThat(page("/parcels?q=page-a"))
                .contains(
                        "href=\"/parcels/page-a/1.10\"",
                        "Parcel page-a of a test",
                        "href=\"/parcels?q=page-db\"",
                        "/api/v1/parcels?q=page-a",
                        "data-upload=\"/api/v1/parcels\"")
                .doesNotContain("/parcels/page-a/1.9\"");
        assertThat(page("/parcels?q=page-nothing")).contains("No parcel matches.");
        assertThat(get(admin, "/parcels?after=MTEy").statusCode()).isEqualTo(400);
    }

    @Test
    void tellAllOfAParcelAndRunNothingOfIt() {
        add(guestbook("page-b", "1.9"));
        add(guestbook("page-b", "1.10"));

        String newest = page("/parcels/page-b");
        assertThat(newest)
                .contains(
                        "8123",
                        "generate:password",
                        "payments",
                        "256M",
                        "&gt;=13 as database",
                        "href=\"/parcels?q=page-http\"",
                        "href=\"/parcels/page-b/1.9\"",
                        "/api/v1/parcels/page-b/1.10/archive",
                        "/parcels/page-b/1.10/manual/restart.md",
                        "&lt;img src=x")
                .doesNotContain("<img", "newest:");
        assertThat(page("/parcels/page-b/1.9")).contains("newest: 1.10");
        assertThat(get(admin, "/parcels/page-none").statusCode()).isEqualTo(404);
        assertThat(get(admin, "/parcels/page-b/7").body()).contains("There is no parcel page-b 7");
    }

    @Test
    void showTheManualWithItsPicturesAndNothingThatActs() {
        add(guestbook("page-c", "1"));
        String manual = "/parcels/page-c/1/manual";

        HttpResponse<String> first = get(admin, manual);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location")).contains(manual + "/index.md");
        assertThat(page(manual + "/index.md"))
                .contains("href=\"" + manual + "/restart.md\"", "&lt;img src=x")
                .doesNotContain("<img");
        assertThat(page(manual + "/restart.md")).contains("src=\"" + manual + "/a.png\"");
        HttpResponse<String> picture = get(admin, manual + "/a.png");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        HttpResponse<String> other = get(admin, manual + "/evil.svg");
        assertThat(other.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(other.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(get(admin, manual + "/none.md").statusCode()).isEqualTo(404);
    }

    @Test
    void areReadByAnyoneAndChangedByWhoMay() {
        add(guestbook("page-d", "1"));
        add(guestbook("page-d", "2"));
        ApiClient viewer = ApiClient.in("page-qa", Role.VIEWER, server, access, tokens);

        assertThat(get(viewer, "/parcels/page-d").body())
                .contains("8123")
                .doesNotContain("/parcels/page-d/2/remove");
        assertThat(get(viewer, "/parcels?q=page-d").body()).doesNotContain("data-upload");
        assertThat(remove(viewer, "2").statusCode()).isEqualTo(403);
        assertThat(page("/parcels/page-d")).contains("/parcels/page-d/2/remove");
        assertThat(remove(admin, "2").headers().firstValue("Location")).contains("/parcels/page-d");
        assertThat(remove(admin, "1").headers().firstValue("Location")).contains("/parcels");
        assertThat(remove(admin, "1").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> remove(ApiClient who, String version) {
        return who.answer(
                "/parcels/page-d/" + version + "/remove", "application/x-www-form-urlencoded", "");
    }
}
