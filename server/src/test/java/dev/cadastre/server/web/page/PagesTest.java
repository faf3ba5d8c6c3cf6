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
