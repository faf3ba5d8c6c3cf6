package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void isShownBelowItsPlace() {
        assertThat(shown("web1 evn:prod"))
                .isEqualTo(
                        """
                        web1 evn:prod
                             ^^^ no field is called 'evn'; did you mean env? [query.unknown-field]\
                        """);
    }

    @Test
    void isShownBelowWideCharacters() {
        assertThat(shown("日本é\u0301 evn:prod")).contains("\n      ^^^ no field");
    }

    @Test
    void showsThePartOfALongQueryThatMatters() {
        String shown = shown("a ".repeat(100) + "evn:prod" + " b".repeat(60));

        assertThat(shown.lines().findFirst().orElseThrow())
                .hasSize(72)
                .startsWith("…")
                .contains("evn:prod")
                .endsWith("…");
        assertThat(shown.lines().skip(1).findFirst().orElseThrow())
                .startsWith(" ".repeat(31) + "^^^ no field");
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(shown("a\u001b[31m"))
                .startsWith("a\ufffd[31m\n ^ the character U+001B cannot be seen");
    }

    @Test
    void fitsOneLineOfALog() {
        assertThat(Estate.problems("cpu>x"))
                .hasToString(
                        "[5:1: cpu cannot be compared with 'x'; write a number such as 8, 1.5GiB or"
                                + " 80% [query.bad-number]]");
    }

    private static String shown(String query) {
        return Estate.problems(query).get(0).render(query);
    }
}
