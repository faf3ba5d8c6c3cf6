package dev.cadastre.server.alerting.received;

import dev.cadastre.server.alerting.keeping.Columns;
import dev.cadastre.server.monitoring.MonitorState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of alerts that last. */
@Component
class AlertTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others from taking alerts in until the transaction ends. */
    void lock() {
        jdbc.sql("lock table alerting.alert in share row exclusive mode").update();
    }

    int count() {
        return jdbc.sql("select count(*) from alerting.alert").query(Integer.class).single();
    }

    /** Those of some fingerprints, by these. */
    Map<String, Alert> of(Collection<String> fingerprints) {
        Map<String, Alert> found = new HashMap<>();
        jdbc.sql("select * from alerting.alert where fingerprint = any(?)")
                .param(fingerprints.toArray(String[]::new))
                .query(AlertTable::row)
                .list()
                .forEach(one -> found.put(one.fingerprint(), one));
        return found;
    }

    List<Alert> all() {
        return jdbc.sql("select * from alerting.alert order by fingerprint")
                .query(AlertTable::row)
                .list();
    }

    List<Alert> endedBefore(Instant moment) {
        return jdbc.sql("select * from alerting.alert where ends_at <= ?")
                .param(Columns.timestamp(moment))
                .query(AlertTable::row)
                .list();
    }

    void put(Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into alerting.alert
                          (fingerprint, labels, annotations, name, asset, environment, state,
                           output, source, begins_at, ends_at, because, downtime)
                        select fingerprint, cast(labels as json), cast(annotations as json), name,
                               asset, environment, state, output, source, begins_at, ends_at,
                               because, downtime
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (fingerprint, labels, annotations, name, asset, environment, state,
                           output, source, begins_at, ends_at, because, downtime)
                        on conflict (fingerprint) do update
                        set annotations = excluded.annotations, asset = excluded.asset,
                            environment = excluded.environment, state = excluded.state,
                            output = excluded.output, source = excluded.source,
                            begins_at = excluded.begins_at, ends_at = excluded.ends_at,
                            because = excluded.because, downtime = excluded.downtime
                        """)
                .param(Columns.texts(alerts, Alert::fingerprint))
                .param(Columns.texts(alerts, one -> MAPPER.writeValueAsString(one.labels())))
                .param(Columns.texts(alerts, one -> MAPPER.writeValueAsString(one.annotations())))
                .param(Columns.texts(alerts, Alert::name))
                .param(Columns.texts(alerts, Alert::asset))
                .param(Columns.texts(alerts, Alert::environment))
                .param(Columns.texts(alerts, one -> one.state().name()))
                .param(Columns.texts(alerts, Alert::output))
                .param(Columns.texts(alerts, Alert::source))
                .param(Columns.moments(alerts, Alert::begins))
                .param(Columns.moments(alerts, Alert::ends))
                .param(Columns.texts(alerts, Alert::because))
                .param(alerts.stream().map(Alert::downtime).toArray(Boolean[]::new))
                .update();
    }

    void remove(Collection<Alert> alerts) {
        if (!alerts.isEmpty()) {
            jdbc.sql("delete from alerting.alert where fingerprint = any(?)")
                    .param(alerts.stream().map(Alert::fingerprint).toArray(String[]::new))
                    .update();
        }
    }

    private static Alert row(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getString("fingerprint"),
                MAPPER.readValue(row.getString("labels"), TEXTS),
                MAPPER.readValue(row.getString("annotations"), TEXTS),
                row.getString("name"),
                row.getString("asset"),
                row.getString("environment"),
                MonitorState.valueOf(row.getString("state")),
                row.getString("output"),
                row.getString("source"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("because"),
                row.getBoolean("downtime"));
    }
}
