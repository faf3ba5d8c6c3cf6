package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.Acceptance;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.inventory.TestReport;
import dev.cadastre.server.inventory.rule.RuleChange;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.search.StandingQueries;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** Monitors of facts and rules, asked of a register with real hosts; rules of both origins. */
@ServerTest
@TestPropertySource(properties = "cadastre.estate=src/test/resources/estate/monitors.ini")
class RegisterQuestionsTest {

    @Autowired private StateTable states;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Access access;
    @Autowired private RegisterQuestions questions;
    @Autowired private Reports reports;
    @Autowired private Rules rules;
    @Autowired private SavedQueries saved;
    @Autowired private StandingQueries queries;
    @Autowired private JdbcClient jdbc;

    private KnownWorld world = new KnownWorld(states, transactions, access, questions);

    @BeforeEach
    void begin() {
        world = new KnownWorld(states, transactions, access, questions);
    }

    /** A host with that fact; returns its ordinal. */
    private int host(String name, String value) {
        TestReport report = new TestReport().machine(name).fact("known.colour", value);
        assertThat(reports.accept(TestReport.declared(name, "known-qa"), report.build()))
                .isInstanceOf(Acceptance.Accepted.class);
        return queries.hosts("host:" + name).orElseThrow().first();
    }

    private void rule(String name, String q) {
        Rule rule = new Rule(name, q, null, RuleSeverity.INFO, null, new Origin("test", "", "", 0));
        assertThat(access.asSystem(() -> rules.put(rule))).isInstanceOf(RuleChange.Done.class);
        rules.judge();
    }

    private static MonitorDefinition ofRule(String rule) {
        return KnownWorld.meaning(rule, MonitorKind.RULE, Map.of("rule", rule));
    }

    private long monitor(MonitorDefinition meaning, int host) {
        return world.monitor(KnownWorld.definition(), meaning, host);
    }

    private void lookLater() {
        world.pass(Duration.ofMinutes(5));
        world.look();
    }

    @Test
    void tellsThatAFactIsWrongAndThatItIsRightAgain() {
        int host = host("known-fact", "red");
        long monitor = monitor(KnownWorld.fact("red", "fact.known.colour:red"), host);
        long warns =
                monitor(
                        KnownWorld.meaning(
                                "red-warns",
                                MonitorKind.FACT,
                                Map.of("breach", "fact.known.colour:red", "severity", "Warning")),
                        host);
        world.look();

        assertThat(world.standing(monitor).hard()).isEqualTo(MonitorState.CRITICAL);
        assertThat(world.last(monitor).output()).isEqualTo("It matches fact.known.colour:red");
        assertThat(world.standing(warns).hard()).isEqualTo(MonitorState.WARNING);

        host("known-fact", "green");
        lookLater();

        assertThat(world.standing(monitor).hard()).isEqualTo(MonitorState.OK);
        assertThat(world.last(monitor).output())
                .isEqualTo("It does not match fact.known.colour:red");
        assertThat(world.standing(warns).hard()).isEqualTo(MonitorState.OK);
    }

    @Test
    void tellsWhoBreachesARuleOfTheFileAndOneByApi() {
        int red = host("known-rule-red", "red");
        int blue = host("known-rule-blue", "blue");
        rule("known-by-api", "env:known-qa fact.known.colour:blue");

        long redByFile = monitor(ofRule("known-by-file"), red);
        long blueByFile = monitor(ofRule("known-by-file"), blue);
        long redByApi = monitor(ofRule("known-by-api"), red);
        long blueByApi = monitor(ofRule("known-by-api"), blue);
        world.look();

        assertThat(world.standing(redByFile).hard()).isEqualTo(MonitorState.CRITICAL);
        assertThat(world.last(redByFile).output())
                .isEqualTo("It breaches the rule known-by-file: fact.known.colour:red");
        assertThat(world.standing(blueByFile).hard()).isEqualTo(MonitorState.OK);
        assertThat(world.last(blueByFile).output())
                .isEqualTo("It keeps the rule known-by-file: fact.known.colour:red");
        assertThat(world.standing(redByApi).hard()).isEqualTo(MonitorState.OK);
        assertThat(world.standing(blueByApi).hard()).isEqualTo(MonitorState.CRITICAL);
    }

    @Test
    void saysThatARuleIsThereNoMore() {
        int host = host("known-removed", "grey");
        rule("known-removed", "fact.known.colour:grey");
        long monitor = monitor(ofRule("known-removed"), host);
        world.look();
        assertThat(world.standing(monitor).hard()).isEqualTo(MonitorState.CRITICAL);

        access.asSystem(() -> rules.remove("known-removed"));
        lookLater();

        assertThat(world.standing(monitor).hard()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(world.last(monitor).output())
                .isEqualTo("There is no rule known-removed any more.");
    }

    @Test
    void saysWhyAQueryOrARuleCannotBeAnsweredAnyMore() {
        int host = host("known-saved", "pink");
        access.asSystem(() -> saved.put("known-pink", "fact.known.colour:pink"));
        rule("known-saved", "saved:known-pink");
        long fact = monitor(KnownWorld.fact("pink", "saved:known-pink"), host);
        long rule = monitor(ofRule("known-saved"), host);
        world.look();
        assertThat(world.standing(fact).hard()).isEqualTo(MonitorState.CRITICAL);
        assertThat(world.standing(rule).hard()).isEqualTo(MonitorState.CRITICAL);

        // As after an update to a version without that field.
        jdbc.sql("update search.saved_query set q = 'gone:x' where name = 'known-pink'").update();
        rules.judge();
        lookLater();

        assertThat(world.standing(fact).hard()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(world.last(fact).output())
                .startsWith("The query saved:known-pink cannot be answered: ")
                .contains("known-pink");
        assertThat(world.standing(rule).hard()).isEqualTo(MonitorState.UNKNOWN);
        assertThat(world.last(rule).output())
                .startsWith("The rule known-saved cannot be judged. Its query cannot be answered:");
        access.asSystem(() -> rules.remove("known-saved"));
    }
}
