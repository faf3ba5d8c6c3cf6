package dev.cadastre.server.parcels.app;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the tables of apps, as revisions. */
@Component
class AppRows {

    /** What statements that look for revisions begin with. */
    static final String REVISIONS =
            """
            select r.*, a.name, a.environment
            from parcels.app_revision r join parcels.app a on a.id = r.app
            """;

    private final JdbcClient jdbc;

    AppRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first that is found. */
    Optional<AppRevision> one(JdbcClient.StatementSpec found) {
        return all(found).stream().findFirst();
    }

    /** All that are found, with their tasks. */
    List<AppRevision> all(JdbcClient.StatementSpec found) {
        List<AppRevision> bare = found.query((row, _) -> revision(row, List.of())).list();
        Map<Long, List<AppTask>> tasks = tasks(bare.stream().map(AppRevision::id).toList());
        return bare.stream().map(one -> one.with(tasks.getOrDefault(one.id(), List.of()))).toList();
    }

    private Map<Long, List<AppTask>> tasks(List<Long> revisions) {
        Map<Long, List<AppTask>> tasks = new HashMap<>();
        jdbc.sql("select * from parcels.app_task where revision = any(?) order by ordinal")
                .param(revisions.toArray(Long[]::new))
                .query(row -> {
                    tasks.computeIfAbsent(row.getLong("revision"), _ -> new ArrayList<>())
                            .add(task(row));
                });
        return tasks;
    }

    static AppTask task(ResultSet row) throws SQLException {
        return new AppTask(
                row.getLong("id"),
                row.getLong("revision"),
                row.getInt("ordinal"),
                Step.valueOf(row.getString("step")),
                AppName.of(row.getString("app")).orElseThrow(),
                row.getString("binding"),
                parcel(row),
                row.getString("file"),
                texts(row.getArray("hosts")));
    }

    private static AppParcel parcel(ResultSet row) throws SQLException {
        return new AppParcel(
                row.getString("parcel"), row.getString("version"), row.getString("digest"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static AppRevision revision(ResultSet row, List<AppTask> tasks) throws SQLException {
        AppJson.Open open = AppJson.read(row.getString("content"), AppJson.Open.class);
        SortedMap<String, List<ShownValue>> values = new TreeMap<>();
        open.hosts().forEach((host, view) -> values.put(host, open.views().get(view)));
        Timestamp ended = row.getTimestamp("ended_at");
        return new AppRevision(
                row.getLong("id"),
                new AppName(row.getString("name"), row.getString("environment")),
                row.getInt("number"),
                AppVerb.valueOf(row.getString("verb")),
                parcel(row),
                row.getString("signer"),
                AppState.valueOf(row.getString("state")),
                row.getString("problem"),
                values,
                open.bindings().stream().map(AppJson.KeptBinding::restored).toList(),
                tasks,
                open.file(),
                row.getString("owner"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
