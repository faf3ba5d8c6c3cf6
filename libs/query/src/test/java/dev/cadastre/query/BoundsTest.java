package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    private static final int LONGEST = QueryLanguage.LONGEST;

    @Test
    void countsCharactersAsAPersonDoes() {
        assertThat(Estate.problems("😀".repeat(LONGEST))).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Estate.problems("😀".repeat(LONGEST + 3)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("query.too-long");
                    assertThat(problem.place()).isEqualTo(new Place(LONGEST + 1, 3));
                });
    }

    @ParameterizedTest
    @CsvSource({"-, ''", "(, )", "'NOT ', ''"})
    void nestsToACertainDepth(String open, String close) {
        int deepest = QueryLanguage.DEEPEST;

        assertThat(Estate.problems(open.repeat(deepest) + "a" + close.repeat(deepest))).isEmpty();
        assertThat(Estate.problems(open.repeat(deepest + 1) + "a"))
                .extracting(Problem::code)
                .containsExactly("query.too-deep");
    }

    @Test
    void hasACertainNumberOfTerms() {
        assertThat(Estate.problems("a ".repeat(QueryLanguage.MOST_TERMS))).isEmpty();
        assertThat(Estate.problems("a ".repeat(QueryLanguage.MOST_TERMS + 5)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("query.too-many-terms");
                    assertThat(problem.column()).isEqualTo(2 * QueryLanguage.MOST_TERMS + 1);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'a\tb', 2, U+0009",
        "'a\nb', 2, U+000A",
        "'😀\u0000', 2, U+0000",
        "'ab\u202e', 3, U+202E",
        "'\u200b', 1, U+200B",
        "'\ud83d', 1, U+D83D",
        "'a \"\u001b\"', 4, U+001B",
    })
    void refusesWhatCannotBeSeen(String text, int column, String name) {
        assertThat(Estate.problems(text))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("query.control-character");
                    assertThat(problem.column()).isEqualTo(column);
                    assertThat(problem.message()).contains(name);
                });
    }

    @Test
    void takesAnySpaceForABlank() {
        assertThat(Estate.query("env:prod\u00a0web1\u3000")).hasToString("env:prod web1");
    }

    @Test
    void keepsToWhatAPersonWantsToRead() {
        assertThat(Estate.problems("x:1 ".repeat(150))).hasSize(50);
        assertThat(Estate.problems("\u0000".repeat(LONGEST))).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "-", "\"", "\\", "\"\\", ",", ":", "<", "!=", "()", "(-", "NOT ", "OR ",
                "a,", "a:b<", "env:\"", "fact.", "*", "?*", "9", "seen>9", "1d", "( ", "a OR ("
            })
    void survivesRepetition(String part) {
        String text = part.repeat(LONGEST / part.length());

        assertThat(Estate.problems(text)).hasSizeLessThanOrEqualTo(50);
        assertThat(Estate.LANGUAGE.complete(text, text.length(), Completions::values)).isNotNull();
    }

    @Test
    void completesNothingInWhatIsTooLong() {
        String text = "env:p".repeat(LONGEST);

        assertThat(Estate.LANGUAGE.complete(text, 5, dev.cadastre.query.ValueSource.NONE))
                .isEqualTo(new Completion(new Wanted.Nothing(), 5, 5, List.of()));
    }

    @Test
    void doesNotCalculateWithAbsurdNumbers() {
        assertThat(Estate.problems("cpu>" + "9".repeat(4_000)))
                .extracting(Problem::code)
                .containsExactly("query.bad-number");
    }
}
