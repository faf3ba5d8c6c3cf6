package dev.cadastre.server.web.page.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that strangers wrote. */
class ParcelMarkdownTest {

    private static String html(String markdown) {
        return ParcelMarkdown.html(markdown, "operating/restart.md", file -> "/p/" + file);
    }

    @Test
    void showsWhatManualsAreWrittenIn() {
        assertThat(
                        html(
                                """
                                # Restart it
                                1. `systemctl restart shop`
                                2. see [the contents](../index.md#what-else) and [below](#then)

                                | a | b |
                                |---|---|
                                | 1 | 2 |

                                ![the way](way.png) [source](https://example.com/a?b=c)
                                """))
                .contains(
                        "<h1 id=\"page-restart-it\">",
                        "<code>systemctl restart shop</code>",
                        "href=\"/p/index.md#page-what-else\"",
                        "href=\"#page-then\"",
                        "<td>1</td>",
                        "src=\"/p/operating/way.png\"",
                        "href=\"https://example.com/a?b=c\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<iframe src='/administration/people'></iframe>",
                "<style>* { display: none }</style>",
                "<form action=/sign-out method=post><button>here</button></form>"
            })
    void showsMarkupAsText(String markdown) {
        assertThat(html(markdown))
                .doesNotContain("<script", "<img", "<iframe", "<style", "<form", "<button")
                .contains("&lt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[here](javascript:alert(1))",
                "[here](JaVaScRiPt:alert(1))",
                "[here](data:text/html;base64,PHNjcmlwdD4=)",
                "[here](vbscript:x)",
                "[here](file:///etc/passwd)",
                "[here](/administration/people)",
                "[here](//evil.example.com/)",
                "[here](../../../../sign-out)",
                "[here](<java\nscript:x>)",
                "[here](https:///)",
                "[here](https:/administration/people)",
                "[here](http:people)",
                "[here](https:\\\\administration)",
                "![here](https://evil.example.com/pixel.png)",
                "![here](//evil.example.com/pixel.png)",
                "![here](/api/v1/sessions)",
                "![here](data:image/svg+xml;base64,PHN2Zz4=)"
            })
    void leadsNowhereElseOnThisServerAndLoadsNothingFromOthers(String markdown) {
        assertThat(html(markdown)).doesNotContain("href=", "src=").contains("here");
    }

    @ParameterizedTest
    @CsvSource({
        "index.md,restart.md,restart.md",
        "a/b.md,../c.md,c.md",
        "a/b.md,./d//e.md,a/d/e.md",
        "index.md,../x.md,",
        "a/b.md,../../x.md,",
        "a/b.md,..,"
    })
    void findsFilesOfTheSameManual(String page, String path, String file) {
        assertThat(ParcelMarkdown.resolved(page, path).orElse(null)).isEqualTo(file);
    }

    @Test
    void showsWhatIsTooMuchAsItWasWritten() {
        String emphasis = "*a **a ".repeat(20_000) + "<b>" + "** *".repeat(20_000);
        String quotes = ">".repeat(400_000) + " <b>";
        String brackets = "[".repeat(200_000) + "<b>";
        String large = "x".repeat(600_000) + "<b>";

        for (String page : new String[] {emphasis, quotes, brackets, large}) {
            assertThat(html(page)).doesNotContain("<b>").contains("&lt;b&gt;");
        }
    }
}
