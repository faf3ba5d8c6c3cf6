package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.estate.RuleQueryCheck;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.rule.Breach;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.RuleChange;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hosts of the environments {@code rule-prod} and others. */
@ServerTest
class RulesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired private Reports reports;
    @Autowired private Rules rules;
    @Autowired private Queries queries;
    @Autowired private Timeline timeline;
    @Autowired private Access access;
    @Autowired private RuleQueryCheck check;

    private void accept(String name, String environment, boolean breaching) {
        TestReport report = new TestReport().machine(name);
        TestReport told = breaching ? report.deb("rule-gcc", "12") : report;
        assertThat(reports.accept(TestReport.declared(name, environment), told.build()))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    private RuleChange put(String name, String q, @Nullable String owner) {
        var origin = new dev.cadastre.ini.Origin("test", "", "", 0);
        var rule = new Rule(name, q, owner, RuleSeverity.CRITICAL, "no compilers", origin);
        return access.asSystem(() -> rules.put(rule));
    }

    private List<Breach> breaches(String rule, @Nullable Instant at, Reach reach) {
        return rules.breaches(new BreachQuery(rule, null, null, at, null, 100), reach).items();
    }

    private List<String> kinds(String host) {
        return timeline.find(new TimelineQuery(null, "host:" + host, null, null, 100)).stream()
                .map(TimelineEvent::kind)
                .filter(kind -> kind.startsWith("rule."))
                .toList();
    }

    @Test
    void tellsSinceWhenAHostBreachesARuleAndThatItEnded() {
        accept("rule1", "rule-prod", true);
        accept("rule2", "rule-other", true);
        accept("rule3", "rule-prod", false);
        put("rule-ends", "env:rule-prod,rule-other pkg:rule-gcc", null);

        Awaitility.await()
                .atMost(SOON)
                .until(() -> breaches("rule-ends", null, Reach.ALL).size() == 2);
        Breach breach = breaches("rule-ends", null, new Reach(Set.of("rule-prod"))).getFirst();
        assertThat(breach.host()).isEqualTo("rule1");
        assertThat(breach.severity()).isEqualTo(RuleSeverity.CRITICAL);
        assertThat(rules.named("rule-ends", new Reach(Set.of("rule-prod"))))
                .hasValueSatisfying(status -> assertThat(status.hosts()).isEqualTo(1));
        assertThat(queries.count("rule:rule-ends", null, null, Reach.ALL).hosts()).isEqualTo(2);
        assertThat(kinds("rule1")).containsExactly("rule.breached");

        accept("rule1", "rule-prod", false);

        Awaitility.await()
                .atMost(SOON)
                .until(() -> breaches("rule-ends", null, Reach.ALL).size() == 1);
        assertThat(kinds("rule1")).containsExactly("rule.kept", "rule.breached");
        assertThat(kinds("rule3")).isEmpty();
        assertThat(breaches("rule-ends", breach.since(), new Reach(Set.of("rule-prod"))))
                .singleElement()
                .satisfies(then -> {
                    assertThat(then.since()).isEqualTo(breach.since());
                    assertThat(then.until()).isAfter(breach.since());
                });

        assertThat(access.asSystem(() -> rules.remove("rule-ends")))
                .isEqualTo(new RuleChange.Done());
        Awaitility.await()
                .atMost(SOON)
                .until(() -> breaches("rule-ends", null, Reach.ALL).isEmpty());
    }

    @Test
    void refusesWhatCannotBeARule() {
        assertThat(put("rule-bad", "env:rule-prod", "nobody"))
                .isInstanceOf(RuleChange.Invalid.class);
        assertThat(put("breaches", "env:rule-prod", null)).isInstanceOf(RuleChange.Invalid.class);
        assertThatThrownBy(() -> put("rule-bad", "evn:rule-prod", null))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> put("rule-bad", "-rule:rule-bad", null))
                .isInstanceOf(QueryRefused.class);
        assertThat(access.asSystem(() -> rules.remove("rule-bad")))
                .isEqualTo(new RuleChange.Unknown());
    }

    @Test
    void tellsTheEstateFileWhereAQueryIsWrong() {
        assertThat(check.faults("env:prod evn:x"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.offset()).isEqualTo(9);
                    assertThat(fault.message()).contains("evn");
                });
        assertThat(check.faults("env:prod pkg:gcc")).isEmpty();
    }
}
