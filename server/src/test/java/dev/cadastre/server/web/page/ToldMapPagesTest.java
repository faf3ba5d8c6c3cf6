package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The forms about the map, as browsers without a script send them. */
@ServerTest
class ToldMapPagesTest {

    private static final String SWITCH = "/map/device:page-switch";
    private static final String EDGE =
            "source=rack%3Apage-a&type=DEPENDS_ON&target=device%3Apage-switch";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient administrator = ApiClient.nobody();

    @BeforeEach
    void tellOfASwitchAndARack() {
        administrator = ApiClient.administrator(server, access, tokens);
        if (!page(SWITCH).contains("Page switch")) {
            assertThat(tell("kind", "device", "name", "page-switch", "title", "Page switch"))
                    .isEqualTo(302);
        }
        if (!page("/map/rack:page-a").contains("page-switch")) {
            assertThat(
                            tell(
                                    "kind",
                                    "rack",
                                    "name",
                                    "page-a",
                                    "link",
                                    "DEPENDS_ON",
                                    "others",
                                    "device:page-switch"))
                    .isEqualTo(302);
        }
    }

    private int tell(String... pairs) {
        return form(administrator, "/map/tell", pairs).statusCode();
    }

    private String page(String path) {
        return administrator.send(administrator.request(path)).body();
    }

    private static HttpResponse<String> form(ApiClient client, String path, String... pairs) {
        var body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return client.answer(path, "application/x-www-form-urlencoded", body.toString());
    }

    @Test
    void showAllThatIsWrongAtOnceAndKeepWhatWasEntered() {
        HttpResponse<String> refused =
                form(
                        administrator,
                        "/map/tell",
                        "kind",
                        "device",
                        "name",
                        "page-switch",
                        "owner",
                        "page-nobody",
                        "labels",
                        "site = berlin\nnothing",
                        "attributes",
                        "address = no-address",
                        "others",
                        "host:page-nowhere, host:page-no");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("There is device:page-switch already", "There is no team page-nobody")
                .contains("“nothing” is not “name = value”", "“no-address” is no IP address")
                .contains("There is no asset host:page-nowhere", "There is no asset host:page-no.")
                .contains("site = berlin\nnothing</textarea>", "value=\"host:page-nowhere,");
    }

    @Test
    void changeWhatIsSaidInItsPlaceAndTakeItBack() {
        assertThat(tell("kind", "app", "name", "page-app", "environment", "dev", "labels", "a = b"))
                .isEqualTo(302);
        String asset = "app:page-app@dev";

        assertThat(page("/map/tell?asset=" + asset)).contains("a = b</textarea>");
        assertThat(tell("asset", asset, "title", "The app", "lifecycle", "RETIRING"))
                .isEqualTo(302);
        assertThat(page("/map/" + asset)).contains("The app", "retiring").doesNotContain("a = b");
        assertThat(form(administrator, "/map/" + asset + "/remove").statusCode()).isEqualTo(302);
        assertThat(administrator.send(administrator.request("/map/" + asset)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void putAnAssetRightAndWithdrawThat() {
        HttpResponse<String> wrong =
                form(
                        administrator,
                        SWITCH + "/correct",
                        "kind",
                        "OWNER",
                        "value",
                        "page-nobody",
                        "reason",
                        "of course");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("There is no team page-nobody", "value=\"of course\"", "<details open>");

        form(administrator, SWITCH + "/correct", "kind", "RENAME", "value", "Big one");
        String renamed = page(SWITCH);
        assertThat(renamed).contains("<h1>Big one</h1>", "called “Big one”");
        String number = renamed.replaceAll("(?s).*name=\"correction\" value=\"(\\d+)\".*", "$1");
        form(administrator, SWITCH + "/withdraw", "correction", number);
        assertThat(page(SWITCH))
                .contains("<h1>Page switch</h1>")
                .doesNotContain("called “Big one”");
    }

    @Test
    void mergeLeadsToWhatItReallyIs() {
        tell("kind", "device", "name", "page-twin");

        HttpResponse<String> merged =
                form(
                        administrator,
                        "/map/device:page-twin/correct",
                        "kind",
                        "MERGE",
                        "into",
                        "device:page-switch");

        assertThat(merged.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(SWITCH));
        assertThat(page(SWITCH)).contains("device:page-twin is really device:page-switch");
    }

    @Test
    void judgeARelationAndTakeItBack() {
        String path = "/map/relation?" + EDGE;
        assertThat(page(path)).contains("needs", "It is right", "Take back what was said");

        String pairs = EDGE + "&kind=DENY&reason=moved";
        administrator.answer("/map/relation/correct", "application/x-www-form-urlencoded", pairs);

        assertThat(page(path)).contains("denied by a person", "“moved”", "Withdraw");
        String number = page(path).replaceAll("(?s).*name=\"correction\" value=\"(\\d+)\".*", "$1");
        administrator.answer(
                "/map/relation/withdraw",
                "application/x-www-form-urlencoded",
                EDGE + "&correction=" + number);
        assertThat(page(path)).doesNotContain("denied by a person");
        administrator.answer("/map/relation/remove", "application/x-www-form-urlencoded", EDGE);
        form(
                administrator,
                "/map/rack:page-a/relate",
                "link",
                "DEPENDS_ON",
                "others",
                "device:page-switch");
        assertThat(page(path)).contains("It is right");
    }

    @Test
    void offerNothingToThoseWhoOnlyRead() {
        ApiClient reader = ApiClient.in(null, Role.VIEWER, server, access, tokens);
        ApiClient operator = ApiClient.in("page-env", Role.OPERATOR, server, access, tokens);

        assertThat(reader.send(reader.request(SWITCH)).body())
                .contains("Page switch")
                .doesNotContain("Call it otherwise", "/remove\"");
        assertThat(reader.send(reader.request("/map")).body()).doesNotContain("/map/tell");
        assertThat(reader.send(reader.request("/map/tell")).statusCode()).isEqualTo(403);
        assertThat(form(reader, SWITCH + "/correct", "kind", "RENAME", "value", "x").statusCode())
                .isEqualTo(403);
        assertThat(form(operator, "/map/tell", "kind", "device", "name", "x").statusCode())
                .isEqualTo(403);
    }
}
