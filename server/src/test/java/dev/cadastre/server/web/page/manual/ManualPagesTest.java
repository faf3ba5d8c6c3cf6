package dev.cadastre.server.web.page.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.manual.Group;
import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class ManualPagesTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private final Manual manual = Manual.shipped();
    private ApiClient reader = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        reader = ApiClient.administrator(server, access, tokens);
    }

    private String page(String path) {
        HttpResponse<String> answer = reader.send(reader.request(path));
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String found(String words) {
        return page("/manual?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Test
    void beginWithWhatThereIsForEachReader() {
        String first = page("/manual");

        assertThat(manual.groups())
                .allSatisfy(group -> {
                    assertThat(first).contains("<h2>" + group.reader() + "</h2>");
                    for (Group.Entry entry : group.entries()) {
                        assertThat(first).contains("href=\"" + ManualLinks.to(entry.page()) + "\"");
                    }
                });
    }

    @Test
    void answerForEveryChapterAndDocument() {
        assertThat(manual.pages())
                .allSatisfy(page ->
                        assertThat(page(ManualLinks.to(page)))
                                .contains("<article><h1 id=", "aria-label=\"Chapters\""));
    }

    @Test
    void leadFromEachChapterToTheNext() {
        Page first = manual.chapters().getFirst();
        Page second = manual.chapters().get(1);

        assertThat(page(ManualLinks.to(first)))
                .contains("rel=\"next\" href=\"" + ManualLinks.to(second) + "\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(page(ManualLinks.to(second)))
                .contains("rel=\"prev\" href=\"" + ManualLinks.to(first) + "\"");
    }

    @Test
    void findWordsAndMarkThem() {
        assertThat(found("master key without-k"))
                .contains("href=\"/manual/backup#", "<mark>master</mark>", "<mark>key</mark>");
    }

    @Test
    void sayThatNothingIsFound() {
        assertThat(found("no-such-word-anywhere")).contains("No part of the manual has all");
    }

    @Test
    void showWhatIsLookedForAsText() {
        assertThat(found("\"><script>alert(1)</script>"))
                .doesNotContain("<script>alert")
                .contains("&lt;script>alert(1)");
        assertThat(found(" ")).contains("<h1>Manual</h1>");
        assertThat(found("x ".repeat(2000))).contains("<h1>Found in the manual</h1>");
    }

    @Test
    void refuseWhatTheManualDoesNotHave() {
        for (String none : new String[] {"none", "formats/none", "..%2fsecret", "project/readme"}) {
            assertThat(reader.send(reader.request("/manual/" + none)).statusCode())
                    .as(none)
                    .isIn(400, 404);
        }
    }
}
