package dev.cadastre.server.inventory.rule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of how rules were judged the last time, which outlives the server that did. */
@Component
class RuleOutcomeTable {

    private final JdbcClient jdbc;

    RuleOutcomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By rule. */
    Map<String, RuleOutcome> all() {
        Map<String, RuleOutcome> outcomes = new HashMap<>();
        jdbc.sql("select rule, answered_at, problem from inventory.rule_outcome")
                .query(row -> {
                    outcomes.put(
                            row.getString("rule"),
                            new RuleOutcome(
                                    instant(row.getTimestamp("answered_at")),
                                    row.getString("problem")));
                });
        return outcomes;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Lets nobody else store what he found until the caller's transaction ends. */
    void lock() {
        jdbc.sql("lock table inventory.rule_outcome in exclusive mode").update();
    }

    /** Puts these in the place of all that there are. */
    void replace(Map<String, RuleOutcome> outcomes) {
        jdbc.sql("delete from inventory.rule_outcome where rule <> all(?)")
                .param(outcomes.keySet().toArray(String[]::new))
                .update();
        outcomes.forEach(this::put);
    }

    private void put(String rule, RuleOutcome outcome) {
        jdbc.sql(
                        """
                        insert into inventory.rule_outcome (rule, answered_at, problem)
                        values (:rule, :at, :problem)
                        on conflict (rule) do update set answered_at = :at, problem = :problem
                        """)
                .param("rule", rule)
                .param("at", outcome.at() == null ? null : Timestamp.from(outcome.at()))
                .param("problem", outcome.problem())
                .update();
    }
}
