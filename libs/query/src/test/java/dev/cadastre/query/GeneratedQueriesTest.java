package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for any query and any text. */
class GeneratedQueriesTest {
    /** What is wrong with a text only because it goes on. */
    private static final Set<String> UNFINISHED =
            Set.of(
                    "query.no-value",
                    "query.no-name",
                    "query.no-key",
                    "query.no-term",
                    "query.open-parenthesis");

    @Property(tries = 3_000)
    void aTreeIsReadBackFromItsText(@ForAll("trees") Query query) {
        assertThat(Estate.query(query.toString())).isEqualTo(query);
    }

    @Property(tries = 5_000)
    void aTextMeansTheSameAsItsCanonicalForm(@ForAll("texts") String text) {
        if (Estate.LANGUAGE.parse(text) instanceof Parsed.Complete complete) {
            String canonical = complete.query().toString();

            assertThat(Estate.query(canonical)).isEqualTo(complete.query());
            assertThat(Estate.query(canonical)).hasToString(canonical);
            Statistics.collect("read");
        } else {
            Statistics.collect("refused");
        }
        Statistics.coverage(coverage -> {
            coverage.check("read").percentage(share -> share > 10);
            coverage.check("refused").percentage(share -> share > 10);
        });
    }

    @Property(tries = 5_000)
    void problemsLieWithinTheText(@ForAll("texts") String text) {
        int length = text.codePointCount(0, text.length());
        for (Problem problem : Estate.problems(text)) {
            assertThat(problem.column() + problem.length() - 1).isLessThanOrEqualTo(length);
            assertThat(problem.render(text).lines()).hasSize(2);
            assertThat(problem.message()).isNotBlank();
        }
    }

    @Property(tries = 2_000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(Estate.LANGUAGE.parse(text))
                .matches(parsed ->
                        parsed instanceof Parsed.Complete || !Estate.problems(text).isEmpty());
    }

    @Property(tries = 2_000)
    void termsStandWhereTheySay(@ForAll("texts") String text) {
        if (Estate.LANGUAGE.parse(text) instanceof Parsed.Complete complete) {
            complete.query()
                    .terms()
                    .forEach(term -> {
                        Place place = term.place();
                        String part = text.substring(place.start(text), place.end(text));
                        assertThat(Estate.query(part)).isEqualTo(term);
                    });
        }
    }

    @Property(tries = 1_000)
    void aCandidateFitsWhatStandsBeforeIt(@ForAll("texts") String text) {
        for (int caret = 0; caret <= text.length(); caret++) {
            Completion completion = Estate.LANGUAGE.complete(text, caret, Completions::values);
            String before = text.substring(0, completion.from());
            for (Candidate candidate : completion.candidates()) {
                assertThat(mistakes(before + candidate.insert()))
                        .as("%s at %d of %s", candidate, caret, text)
                        .isSubsetOf(mistakes(before));
            }
        }
    }

    private static List<String> mistakes(String text) {
        return Estate.problems(text).stream()
                .filter(problem -> !UNFINISHED.contains(problem.code()))
                .map(problem -> problem.column() + " " + problem.code())
                .toList();
    }

    @Property(tries = 1_000)
    void anyTextIsCompletedAnywhere(@ForAll String text, @ForAll int caret) {
        Completion completion = Estate.LANGUAGE.complete(text, caret, Completions::values);

        assertThat(completion.from()).isBetween(0, completion.to());
        assertThat(completion.to()).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<Query> trees() {
        return Trees.any();
    }

    /** Parts of queries in any order: half of them are queries, and all of them look like some. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> whole =
                Arbitraries.of(
                        "env:prod ",
                        "-pkg:gcc ",
                        "pkg:a*<2 ",
                        "web1 ",
                        "seen>1d ",
                        "(",
                        ") ",
                        "OR ",
                        "AND ",
                        "NOT ",
                        "state:up,down ",
                        "fact.os.name:\"Red Hat\" ",
                        "\"a b\" ");
        Arbitrary<String> part =
                Arbitraries.of(
                        "env",
                        "pkg",
                        "fact",
                        "fact.",
                        "seen",
                        "state",
                        "label.x",
                        "evn",
                        ":",
                        ":",
                        ",",
                        "<",
                        ">=",
                        "=",
                        "!=",
                        "!",
                        "==",
                        "\"",
                        "\\",
                        "(",
                        ")",
                        "-",
                        " ",
                        " ",
                        "OR",
                        "AND",
                        "NOT",
                        "or",
                        "*",
                        "?",
                        "1d",
                        "8GiB",
                        "80%",
                        "up",
                        "a",
                        "B",
                        "2026-05-31",
                        ".",
                        "é",
                        "😀",
                        "\u00a0",
                        "\t",
                        "\ud83d",
                        "日");
        Arbitrary<String> tidy = whole.list().ofMaxSize(6).map(GeneratedQueriesTest::joined);
        Arbitrary<String> wild = part.list().ofMaxSize(12).map(GeneratedQueriesTest::joined);
        return Arbitraries.oneOf(tidy, wild);
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining());
    }
}
