package dev.cadastre.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cadastre.query.Candidate;
import dev.cadastre.query.Problem;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SavedQueriesTest {

    @Autowired private SavedQueries saved;
    @Autowired private Queries queries;
    @Autowired private Rules rules;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("delete from search.saved_query").update();
    }

    private SavedQueryChange put(String name, String q) {
        return access.asSystem(() -> saved.put(name, q));
    }

    private SavedQueryChange remove(String name) {
        return access.asSystem(() -> saved.remove(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    env:prod saved:old      | env:prod (pkg:ssl<3 OR pkg:tls)
                    -saved:old              | -(pkg:ssl<3 OR pkg:tls)
                    saved:web,old           | group:web OR pkg:ssl<3 OR pkg:tls
                    saved:w*                | group:web
                    saved:both env:qa       | group:web (pkg:ssl<3 OR pkg:tls) env:qa
                    """)
    void standInThePlaceOfWhatMentionsThem(String text, String meaning) {
        put("old", "pkg:ssl<3 OR pkg:tls");
        put("web", "group:web");
        put("both", "saved:web saved:old");

        assertThat(queries.parse(text)).hasToString(meaning);
    }

    @Test
    void areFoundWithTheReadersRights() {
        put("everything", "*");
        put("nothing", "-saved:everything");

        assertThat(queries.count("saved:everything", null, null, Reach.NONE).hosts()).isZero();
        assertThat(queries.count("saved:nothing", null, null, Reach.ALL).hosts()).isZero();
        assertThat(queries.count("-saved:nothing", null, null, Reach.ALL))
                .isEqualTo(queries.count("", null, null, Reach.ALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    env:qa saved:old-opnssl | 8:16 | did you mean old-openssl? | saved:old-openssl
                    -saved:x,old-openss     | 2:18 | did you mean old-openssl? | saved:x,old-openssl
                    saved:nothing-like-it   | 1:21 | 'nothing-like-it'         |
                    """)
    void areRefusedWhereThereIsNone(String text, String place, String told, String suggestion) {
        put("old-openssl", "pkg:openssl<3.0.14");
        put("x", "pkg:x");

        Problem problem = problem(text);

        assertThat(problem.code()).isEqualTo("query.unknown-saved");
        assertThat(problem.column() + ":" + problem.length()).isEqualTo(place);
        assertThat(problem.message()).contains(told);
        assertThat(problem.suggestion()).isEqualTo(suggestion);
    }

    private Problem problem(String text) {
        try {
            throw new AssertionError(text + " was taken: " + queries.parse(text));
        } catch (QueryRefused refused) {
            return refused.problems().getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saved:a", "env:qa -saved:b", "saved:c OR pkg:x", "saved:?", "saved:*"})
    void neverMentionThemselves(String circle) {
        put("a", "pkg:x");
        put("b", "saved:a pkg:y");
        put("c", "saved:b");

        assertThatThrownBy(() -> put("a", circle))
                .asInstanceOf(type(QueryRefused.class))
                .extracting(refused -> refused.problems().getFirst())
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("query.saved-circle");
                    assertThat(problem.message()).contains("mentions itself: a → ");
                });
        assertThat(saved.named("a")).hasValueSatisfying(a -> assertThat(a.q()).isEqualTo("pkg:x"));
    }

    /** Each mentions the one before it three times, which grows fast. */
    @Test
    void doNotGrowWithoutBounds() {
        put("level0", "pkg:x");
        for (int level = 1; level <= 3; level++) {
            put("level" + level, ("saved:level" + (level - 1) + " ").repeat(3));
        }
        assertThat(queries.parse("saved:level3").terms()).hasSize(27);

        assertThat(problem("saved:level3 ".repeat(4)).code()).isEqualTo("query.saved-too-large");
    }

    @Test
    void mentionEachOtherOnlySoDeep() {
        put("deep0", "pkg:x");
        for (int level = 1; level <= 9; level++) {
            put("deep" + level, "saved:deep" + (level - 1));
        }

        assertThatThrownBy(() -> put("deep10", "saved:deep9")).isInstanceOf(QueryRefused.class);
    }

    @Test
    void sayWhenTheyCannotBeAnsweredAnyMore() {
        put("gone", "pkg:x");
        // As after an update to a version without that field.
        jdbc.sql("update search.saved_query set q = 'no-field:x' where name = 'gone'").update();

        Problem problem = problem("env:qa saved:gone");

        assertThat(problem.code()).isEqualTo("query.saved-broken");
        assertThat(problem.column()).isEqualTo(8);
        assertThat(problem.message()).startsWith("the saved query gone cannot be answered: no ");
    }

    @Test
    void stayAsLongAsTheyAreMentioned() {
        put("used", "pkg:x");
        put("using", "saved:used");
        var origin = new dev.cadastre.ini.Origin("test", "", "", 0);
        var rule = new Rule("saved-rule", "saved:used", null, RuleSeverity.INFO, null, origin);
        access.asSystem(() -> rules.put(rule));

        assertThat(remove("used"))
                .isEqualTo(
                        new SavedQueryChange.Used(
                                List.of("the saved query using", "the rule saved-rule")));

        access.asSystem(() -> rules.remove("saved-rule"));
        assertThat(remove("using")).isEqualTo(new SavedQueryChange.Done());
        assertThat(remove("used")).isEqualTo(new SavedQueryChange.Done());
        assertThat(remove("used")).isEqualTo(new SavedQueryChange.Unknown());
    }

    @Test
    void doNotHideFromARuleThatItAsksForBreaches() {
        put("breaching", "rule:any");
        var origin = new dev.cadastre.ini.Origin("test", "", "", 0);
        var rule = new Rule("saved-rule", "saved:breaching", null, RuleSeverity.INFO, null, origin);

        assertThatThrownBy(() -> access.asSystem(() -> rules.put(rule)))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("a rule cannot ask who breaches rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a*", "-a", ".", "a,b", "a\"", "ä"})
    void haveNamesThatNeedNoQuotes(String name) {
        assertThat(put(name, "pkg:x")).isInstanceOf(SavedQueryChange.Invalid.class);
    }

    @Test
    void areOfferedWhereOneIsWanted() {
        put("old-openssl", "pkg:openssl<3.0.14");
        put("web", "group:web");

        assertThat(queries.complete("env:qa saved:o", 14, Reach.ALL).candidates())
                .extracting(Candidate::insert)
                .containsExactly("old-openssl");
    }
}
