package dev.cadastre.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static String page(String markdown) {
        return new MarkdownPage(40, false).render(markdown);
    }

    @Test
    void wrapsParagraphsAndItems() {
        assertThat(
                        page(
                                """
                                # Title
                                Some words that are longer than one line of it.
                                - an item that goes on and on, to the next line
                                  - one below
                                """))
                .isEqualTo(
                        """
                        # Title

                        Some words that are longer than one line
                        of it.

                        - an item that goes on and on, to the
                          next line
                          - one below
                        """);
    }

    @Test
    void alignsTablesAndHasWideColumnsGiveWay() {
        assertThat(
                        page(
                                """
                                | what | where |
                                |---|---|
                                | `a` | a cell with more words than there is room for |
                                | bb | [c](d.md) |
                                """))
                .isEqualTo(
                        """
                        what  where
                        `a`   a cell with more words than there
                              is room for
                        bb    c
                        """);
    }

    @Test
    void keepsCodeAsItIs() {
        assertThat(
                        page(
                                "```sh\na very long line of code that is wider than the terminal is\n\tb\n```\n"))
                .isEqualTo(
                        "    a very long line of code that is wider than the terminal is\n        b\n");
    }

    @Test
    void hasCodeAndHeadingsInBoldWhereThereAreColours() {
        assertThat(new MarkdownPage(40, true).render("## T\n\na `b`, **c**\n"))
                .isEqualTo("\u001b[1mT\u001b[0m\n\na \u001b[1mb\u001b[0m, \u001b[1mc\u001b[0m\n");
    }

    @Test
    void showsWhatATerminalWouldObeyAsText() {
        assertThat(page("# a\u001b[2J\n\n\u001b]0;x\u0007\n\n```\n\u001bc\n```\n\n|\u001b[1m|\n"))
                .doesNotContain("\u001b", "\u0007");
    }

    @Property
    void takesAnyTextAtAnyWidth(@ForAll String text, @ForAll @IntRange(max = 500) int width) {
        assertThat(new MarkdownPage(width, false).render(text)).doesNotContain("\u001b");
    }

    @Test
    void takesTablesOfVeryManyColumnsInAMoment() {
        assertThat(page("|" + "a long cell|".repeat(50_000) + "\n")).contains("a long cell\n");
    }
}
