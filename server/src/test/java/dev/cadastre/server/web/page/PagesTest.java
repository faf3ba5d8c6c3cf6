package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class PagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient reader = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        reader = ApiClient.administrator(server, access, tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/packages?q=page%2B%2B",
                "/hosts/page-a1/packages",
                "/packages/show?name=page%2B%2B&type=deb",
                "/compare?a=page-a1&b=page-a2"
            })
    void leadToPackagesWhoseNamesAreNotWords(String page) {
        enrol("page-a1", new ReportText("x").has("page++", "4:12"));
        enrol("page-a2", new ReportText("x"));

        List<String> links =
                links(page).stream().filter(link -> link.startsWith("/packages/show?")).toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(get(link).body()).contains("<h1>page++</h1>", "/hosts/page-a1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timeline?after=x",
                "/timeline?after=MXg",
                "/hosts?after=x",
                "/hosts?after=MXg",
                "/hosts?at=yesterday",
                "/hosts?at=%2B1000000000-12-31T23:59:59Z",
                "/packages?after=x",
                "/packages/show?name=a&type=x",
                "/packages/show.csv?name=a&type=DEB",
                "/packages/show?name=a&type=deb&after=x",
                "/hosts/page-b1/packages?after=x",
                "/hosts/page-b1/history?after=x"
            })
    void refuseWhatTheirAddressCannotMean(String page) {
        enrol("page-b1", new ReportText("x"));

        HttpResponse<String> answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("defect");
    }

    @Test
    void tellHowOftenHostsAreCollected() {
        assertThat(get("/").body()).contains("Each host is collected every 5 minutes");
    }

    @Test
    void doNotPretendToHaveSettledWhatIsSettled() {
        enrol("page-c1", new ReportText("x"));

        HttpResponse<String> answer =
                reader.answer(
                        "/conflicts/987654321",
                        "application/x-www-form-urlencoded",
                        "decision=SAME&host=page-c1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no open conflict 987654321");
    }

    private List<String> links(String page) {
        return LINK.matcher(get(page).body())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .toList();
    }

    private HttpResponse<String> get(String path) {
        return reader.send(reader.request(path));
    }

    private void enrol(String name, ReportText report) {
        JsonNode added =
                reader.post(
                        "/api/v1/hosts",
                        "{\"address\":\"%s\",\"environment\":\"page\",\"push\":true}"
                                .formatted(name));
        if (added.has("token")) {
            ApiClient.of(server, added.get("token").asString())
                    .answer("/api/v1/reports", "text/plain", report.toString());
        }
    }
}
