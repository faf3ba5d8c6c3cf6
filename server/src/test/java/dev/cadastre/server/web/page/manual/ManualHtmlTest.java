package dev.cadastre.server.web.page.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManualHtmlTest {

    private static final Pattern PICTURE =
            Pattern.compile("<(?:img src|source [^>]*srcset)=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("<h[1-6] id=\"([^\"]*)\"");

    /** Where links lead that are no pages of the manual. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(https?|mailto):.*|/api/v1/openapi\\.json");

    private final Manual manual = Manual.shipped();

    private String html(Page page) {
        return ManualHtml.of(manual, page);
    }

    private static String html(String markdown) {
        Manual other =
                Manual.of(
                        Map.of(
                                "docs/manual/01-a.md", markdown,
                                "docs/manual/02-b.md", "# B\n",
                                "docs/formats/c.md", "# C\n",
                                "docs/adr/README.md", "# D\n"));
        return ManualHtml.of(other, other.page("a").orElseThrow());
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Test
    void explainsEveryProblemWhereItsTypePointsTo() {
        String html = html(manual.page("problems").orElseThrow());

        List<String> unexplained =
                Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::code)
                        .filter(code -> !html.contains("<h3 id=\"" + code + "\">"))
                        .toList();
        assertThat(unexplained).isEmpty();
    }

    @Test
    void linksFilesToEachOther() {
        assertThat(html("[b](02-b.md#c) [c](../formats/c.md) [d](../adr) [e](README.md)\n"))
                .contains(
                        "href=\"/manual/b#c\"",
                        "href=\"/manual/formats/c\"",
                        "href=\"/manual/adr\"",
                        "href=\"/manual\"");
    }

    @Test
    void linksHeadingsThatAreCodesAsForgesDo() {
        assertThat(html("[a](#abjson) [b](../formats/c.md#c)\n\n## `a.b.json`\n"))
                .contains(
                        "href=\"/manual/a#a.b.json\"",
                        "href=\"/manual/formats/c#c\"",
                        "<h2 id=\"a.b.json\">");
    }

    @Test
    void leavesTheTextOfLinksToWhatStaysWithTheSources() {
        assertThat(html("See [the `Server`](../../server/Server.java), [api](../openapi.json).\n"))
                .isEqualTo(
                        "<p>See the <code>Server</code>, <a href=\"/api/v1/openapi.json\">api</a>.</p>\n");
    }

    @Test
    void showsPicturesOfTheFilesWhereTheServerHasThem() {
        assertThat(html("# A\n\n![b](../images/map-b.png)\n"))
                .contains("src=\"/assets/manual/map-b.png\"");
    }

    @Test
    void showsTheDarkFormOfAPictureWhereItIsDark() {
        assertThat(
                        html(
                                """
                                # A

                                <picture>
                                <source media="(prefers-color-scheme: dark)" srcset="../images/b-dark.png">
                                <img src="../images/b-light.png" alt="What b is">
                                </picture>

                                After it.
                                """))
                .contains(
                        "<picture><source media=\"(prefers-color-scheme: dark)\""
                                + " srcset=\"/assets/manual/b-dark.png\">"
                                + "<img src=\"/assets/manual/b-light.png\" alt=\"What b is\">"
                                + "</picture>")
                .contains("<p>After it.</p>");
    }

    @Test
    void showsOtherMarkupOfPicturesAsText() {
        assertThat(
                        html(
                                """
                                # A

                                <picture>
                                <img src="../images/b.png" alt="" onload="c">
                                </picture>
                                """))
                .contains("&lt;picture&gt;")
                .doesNotContain("<img");
    }

    @Test
    void hasThePicturesOfAllPages() {
        assertThat(manual.pages())
                .flatExtracting(page -> all(PICTURE, html(page)))
                .isNotEmpty()
                .allSatisfy(picture ->
                        assertThat(getClass().getResource("/static" + picture))
                                .as(picture)
                                .isNotNull());
    }

    @Test
    void namesHeadingsAsTheSearchDoes() {
        assertThat(manual.pages())
                .allSatisfy(page -> {
                    Set<String> named = Set.copyOf(all(NAMED, html(page)));
                    assertThat(page.sections())
                            .as(page.path())
                            .extracting(Page.Section::anchor)
                            .allMatch(named::contains);
                });
    }

    @Test
    void everyLinkOnAPageLeadsToAPageAndAHeadingOnIt() {
        Map<String, Set<String>> there =
                manual.pages().stream()
                        .collect(
                                Collectors.toMap(
                                        ManualLinks::to,
                                        page -> Set.copyOf(all(NAMED, html(page))),
                                        (a, _) -> a,
                                        TreeMap::new));
        there.put(ManualLinks.INDEX, Set.of());

        Set<String> broken = new TreeSet<>();
        for (Page page : manual.pages()) {
            for (String link : all(LINK, html(page))) {
                String[] parts = link.split("#", 2);
                String to = parts[0].isEmpty() ? ManualLinks.to(page) : parts[0];
                boolean leads =
                        ELSEWHERE.matcher(link).matches()
                                || (there.containsKey(to)
                                        && (parts.length == 1 || there.get(to).contains(parts[1])));
                if (!leads) {
                    broken.add(page.path() + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void showsMarkupInAChapterAsText() {
        assertThat(html("# A\n\n<script>alert(1)</script>\n")).doesNotContain("<script>");
    }
}
