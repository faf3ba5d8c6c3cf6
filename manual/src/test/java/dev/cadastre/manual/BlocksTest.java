package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void takeAPageApart() {
        String page =
                """
                # Title

                Some text
                goes on.
                - one
                  more of it
                  - inner
                1. first

                | a | b |
                |---|---|
                | `x\\|y` | z |

                ```sh run
                echo '# no heading'

                ```
                ## Last
                """;

        assertThat(Blocks.of(page))
                .containsExactly(
                        new Block.Heading(1, "Title"),
                        new Block.Paragraph("Some text goes on."),
                        new Block.Item(0, "-", "one more of it"),
                        new Block.Item(1, "-", "inner"),
                        new Block.Item(0, "1.", "first"),
                        new Block.Table(List.of(List.of("a", "b"), List.of("`x|y`", "z"))),
                        new Block.Code("sh run", List.of("echo '# no heading'", "")),
                        new Block.Heading(2, "Last"));
    }

    @Test
    void keepCodeBehindFourSpacesAsItIs() {
        assertThat(Blocks.of("a\n\n    (1 + x)\n      y\n\nb"))
                .containsExactly(
                        new Block.Paragraph("a"),
                        new Block.Code("", List.of("(1 + x)", "  y")),
                        new Block.Paragraph("b"));
    }

    @Test
    void endWithTheTextWhereAFenceIsLeftOpen() {
        assertThat(Blocks.of("```\na")).containsExactly(new Block.Code("", List.of("a")));
    }

    @Test
    void takeAPictureInTwoFormsForOne() {
        assertThat(
                        Blocks.of(
                                """
                                <picture>
                                <source media="(prefers-color-scheme: dark)" srcset="../images/a-dark.png">
                                <img src="../images/a-light.png" alt="What a is">
                                </picture>
                                """))
                .containsExactly(new Block.Paragraph("![What a is](../images/a-light.png)"));
    }

    @Property
    void takeAnyText(@ForAll String text) {
        assertThat(Blocks.of(text)).isNotNull();
        assertThat(Page.of("docs/manual/01-a.md", text).sections()).isNotEmpty();
    }

    @Test
    void takeLongTextsOfMarksInAMoment() {
        for (String each : List.of("[", "`", "![", "|", "**", "`` ` ", "- ", "[`", "](")) {
            String text = each.repeat(100_000);
            assertThat(Blocks.of(text)).isNotEmpty();
            assertThat(Span.plain(text)).hasSizeLessThanOrEqualTo(text.length());
        }
    }
}
