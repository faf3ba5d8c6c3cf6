package dev.cadastre.server.inventory.rule;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.estate.RuleSeverity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules there are: those of the estate file, and others of other names. */
@Component
class RuleTable {

    private final JdbcClient jdbc;
    private final Estate estate;

    RuleTable(JdbcClient jdbc, Estate estate) {
        this.jdbc = jdbc;
        this.estate = estate;
    }

    /** All, by name. */
    Map<String, Rule> all() {
        Map<String, Rule> rules = added();
        rules.putAll(estate.model().rules());
        return Collections.unmodifiableMap(rules);
    }

    /** Those that were added without the estate file, by name; a map of the caller's own. */
    Map<String, Rule> added() {
        Map<String, Rule> rules = new TreeMap<>();
        jdbc.sql("select * from inventory.rule")
                .query(RuleTable::rule)
                .list()
                .forEach(rule -> rules.put(rule.name(), rule));
        return rules;
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getString("name"),
                row.getString("q"),
                row.getString("owner"),
                RuleSeverity.valueOf(row.getString("severity")),
                row.getString("description"),
                new Origin("by " + row.getString("added_by"), "", "", 0));
    }

    /** Adds it, or puts it in the place of the one of that name. */
    void put(Rule rule, String actor, Instant now) {
        jdbc.sql(
                        """
                        insert into inventory.rule
                          (name, q, owner, severity, description, added_by, added_at)
                        values (:name, :q, :owner, :severity, :description, :actor, :now)
                        on conflict (name) do update
                        set q = :q, owner = :owner, severity = :severity,
                            description = :description, added_by = :actor, added_at = :now
                        """)
                .param("name", rule.name())
                .param("q", rule.q())
                .param("owner", rule.owner())
                .param("severity", rule.severity().name())
                .param("description", rule.description())
                .param("actor", actor)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether there was one. */
    boolean remove(String name) {
        return jdbc.sql("delete from inventory.rule where name = ?").param(name).update() > 0;
    }
}
