package dev.cadastre.server.inventory.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.estate.RuleSeverity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class RuleEvaluationTest {

    @Autowired private Rules rules;
    @Autowired private RuleTable table;
    @Autowired private RuleQueries queries;
    @Autowired private BreachTable breaches;
    @Autowired private BreachEvents events;
    @Autowired private RuleSchedule schedule;
    @Autowired private RuleEvaluation evaluation;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Estate estate;
    @Autowired private Access access;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;

    private void put(String name, String q) {
        var origin = new Origin("test", "", "", 0);
        var rule = new Rule(name, q, null, RuleSeverity.INFO, null, origin);
        access.asSystem(() -> rules.put(rule));
    }

    /** What another server over the same database knows, before it judges anything. */
    private Rules restarted() {
        return new Rules(
                table,
                breaches,
                new RuleOutcomeTable(jdbc),
                schedule,
                evaluation,
                queries,
                estate,
                access,
                clock);
    }

    private RuleStatus judged(String name) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rules.named(name, Reach.ALL).orElseThrow().evaluatedAt() != null);
        return rules.named(name, Reach.ALL).orElseThrow();
    }

    @Test
    void isKnownToTheNextServerBeforeItJudges() {
        put("restart-kept", "host:nobody-is-called-so");
        RuleStatus before = judged("restart-kept");

        assertThat(restarted().named("restart-kept", Reach.ALL))
                .hasValueSatisfying(after ->
                        assertThat(after.evaluatedAt()).isAfterOrEqualTo(before.evaluatedAt()));
    }

    @Test
    void isDoneWhenJudgingAtOnceReturns() {
        put("judged-at-once", "host:nobody-is-called-so");

        rules.judge();

        assertThat(rules.named("judged-at-once", Reach.ALL))
                .hasValueSatisfying(rule -> assertThat(rule.evaluatedAt()).isNotNull());
    }

    @Test
    void tellsWhatIsWrongWithARuleAfterARestartToo() {
        put("restart-broken", "host:nobody-is-called-so");
        // As after an update to a version without that field.
        jdbc.sql("update inventory.rule set q = 'gone:x' where name = 'restart-broken'").update();
        schedule.soon();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        rules.named("restart-broken", Reach.ALL).orElseThrow().problem() != null);

        assertThat(restarted().named("restart-broken", Reach.ALL))
                .hasValueSatisfying(after -> assertThat(after.problem()).contains("gone"));
        access.asSystem(() -> rules.remove("restart-broken"));
    }

    @Test
    void leavesSinceWhenAHostBreachesARuleAsItWasFoundFirst() {
        put("restart-since", "*");
        judged("restart-since");
        var query = new BreachQuery("restart-since", null, null, null, null, 100);
        List<Breach> first = rules.breaches(query, Reach.ALL).items();

        new RuleEvaluation(
                        table,
                        queries,
                        new RuleOutcomeTable(jdbc),
                        breaches,
                        events,
                        transactions,
                        clock)
                .run();

        assertThat(rules.breaches(query, Reach.ALL).items()).containsAll(first);
        access.asSystem(() -> rules.remove("restart-since"));
    }
}
