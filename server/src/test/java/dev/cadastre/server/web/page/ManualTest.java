package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTest {

    private final Manual manual = new Manual();

    @Test
    void explainsEveryProblemWhereItsTypePointsTo() {
        String html = manual.chapter("problems").orElseThrow().html();

        List<String> unexplained =
                Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::code)
                        .filter(code -> !html.contains("<h3 id=\"" + code + "\">"))
                        .toList();
        assertThat(unexplained).isEmpty();
    }

    @Test
    void ordersChaptersByNumberAndNamesThemWithout() {
        assertThat(manual.chapters())
                .extracting(ManualChapter::name)
                .startsWith("start", "questions", "estate", "push");
    }

    @Test
    void linksChaptersToEachOther() {
        ManualChapter chapter = Manual.chapter("01-a.md", "# A\n\n[b](02-b.md#c)\n");

        assertThat(chapter.title()).isEqualTo("A");
        assertThat(chapter.html()).contains("href=\"/manual/b#c\"");
    }

    @Test
    void showsPicturesOfTheFilesWhereTheServerHasThem() {
        ManualChapter chapter = Manual.chapter("01-a.md", "# A\n\n![b](../images/map-b.png)\n");

        assertThat(chapter.html()).contains("src=\"/assets/manual/map-b.png\"");
    }

    @Test
    void showsMarkupInAChapterAsText() {
        ManualChapter chapter = Manual.chapter("01-a.md", "# A\n\n<script>alert(1)</script>\n");

        assertThat(chapter.html()).doesNotContain("<script>");
    }
}
