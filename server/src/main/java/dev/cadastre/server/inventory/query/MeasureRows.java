package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Pattern;
import dev.cadastre.server.inventory.Source;
import dev.cadastre.server.search.Deadline;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the hosts' last reports measured. */
@Component
class MeasureRows {

    private static final String[] BY_PRECEDENCE =
            Arrays.stream(Source.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    MeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Measure(int host, String key) {}

    /** The latest values of the measures that a pattern matches, as JSON. */
    void matching(Pattern key, Deadline deadline, Consumer<StateRows.Row> target) {
        Map<Measure, String> latest = new HashMap<>();
        String sql =
                key.isLiteral()
                        ? """
                        select host, cast(:key as text) as key, measures -> :key as value
                        from inventory.observation where measures -> :key is not null
                        order by array_position(:sources, source) desc
                        """
                        : """
                        select host, m.key, m.value
                        from inventory.observation, json_each(measures) as m
                        where starts_with(m.key, :key)
                        order by array_position(:sources, source) desc
                        """;
        // Those of the sources that precede come last, so that they prevail.
        jdbc.sql(sql)
                .withFetchSize(StateRows.AT_ONCE)
                .param("key", key.prefix())
                .param("sources", BY_PRECEDENCE)
                .query(row -> {
                    deadline.check();
                    if (key.matches(row.getString("key"))) {
                        latest.put(
                                new Measure(row.getInt("host"), row.getString("key")),
                                row.getString("value"));
                    }
                });
        latest.forEach((measure, value) ->
                target.accept(new StateRows.Row(measure.host(), measure.key(), value)));
    }
}
