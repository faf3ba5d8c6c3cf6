package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.storage.MasterKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of apps. */
@Component
class AppTable {

    private static final String REVISIONS =
            """
            select r.*, a.name, a.environment
            from parcels.app_revision r join parcels.app a on a.id = r.app
            """;

    private final JdbcClient jdbc;
    private final MasterKey key;

    AppTable(JdbcClient jdbc, MasterKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** A revision before it has numbers. */
    record NewRevision(
            AppVerb verb,
            AppParcel parcel,
            @Nullable String signer,
            @Nullable String owner,
            AppState state,
            SortedMap<String, List<ShownValue>> values,
            List<AppBinding> bindings,
            String file,
            AppJson.Sealed sealed,
            List<AppTasks.Planned> tasks,
            String madeBy,
            Instant madeAt) {}

    /**
     * The id of an app, of which nobody else may change anything until the transaction is over; it
     * is added if there is none.
     */
    long lock(AppName app) {
        jdbc.sql("insert into parcels.app (name, environment) values (?, ?) on conflict do nothing")
                .params(app.name(), app.environment())
                .update();
        return jdbc.sql("select id from parcels.app where name = ? and environment = ? for update")
                .params(app.name(), app.environment())
                .query(Long.class)
                .single();
    }

    /** Adds the next revision of an app. */
    long add(long app, NewRevision one) {
        int number =
                jdbc.sql(
                                "select coalesce(max(number), 0) + 1 from parcels.app_revision where app = ?")
                        .param(app)
                        .query(Integer.class)
                        .single();
        long id =
                jdbc.sql(
                                """
                                insert into parcels.app_revision
                                  (app, number, verb, parcel, version, digest, signer, owner,
                                   state, problem, content, sealed, made_by, made_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)
                                returning id
                                """)
                        .param(app)
                        .param(number)
                        .param(one.verb().name())
                        .param(one.parcel().name())
                        .param(one.parcel().version())
                        .param(one.parcel().digest())
                        .param(one.signer())
                        .param(one.owner())
                        .param(one.state().name())
                        .param(AppJson.write(open(one)))
                        .param(key.seal(place(app, number), AppJson.write(one.sealed())))
                        .param(one.madeBy())
                        .param(Timestamp.from(one.madeAt()))
                        .query(Long.class)
                        .single();
        addTasks(id, one.tasks());
        return id;
    }

    /** Removes a revision that nobody has begun. */
    void withdraw(long revision) {
        jdbc.sql("delete from parcels.app_revision where id = ? and state = 'PLANNED'")
                .param(revision)
                .update();
    }

    private static String place(long app, int number) {
        return "parcels.app_revision %d %d".formatted(app, number);
    }

    private static AppJson.Open open(NewRevision one) {
        Map<List<ShownValue>, Integer> views = new LinkedHashMap<>();
        Map<String, Integer> hosts = new TreeMap<>();
        one.values()
                .forEach((host, values) -> {
                    views.putIfAbsent(values, views.size());
                    hosts.put(host, views.get(values));
                });
        return new AppJson.Open(
                List.copyOf(views.keySet()),
                hosts,
                one.bindings().stream().map(AppJson.KeptBinding::of).toList(),
                one.file());
    }

    private void addTasks(long revision, List<AppTasks.Planned> tasks) {
        for (int ordinal = 0; ordinal < tasks.size(); ordinal++) {
            AppTasks.Planned task = tasks.get(ordinal);
            jdbc.sql(
                            """
                            insert into parcels.app_task
                              (revision, ordinal, step, app, binding, parcel, version, digest,
                               file, hosts)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(revision)
                    .param(ordinal)
                    .param(task.step().name())
                    .param(task.app().toString())
                    .param(task.binding())
                    .param(task.parcel().name())
                    .param(task.parcel().version())
                    .param(task.parcel().digest())
                    .param(task.file())
                    .param(task.hosts().toArray(String[]::new))
                    .update();
        }
    }

    /** What is sealed of a revision. */
    AppJson.Sealed sealed(long revision) {
        return jdbc.sql("select app, number, sealed from parcels.app_revision where id = ?")
                .param(revision)
                .query((row, _) ->
                        AppJson.read(
                                key.open(
                                        place(row.getLong("app"), row.getInt("number")),
                                        row.getBytes("sealed")),
                                AppJson.Sealed.class))
                .single();
    }

    /** The revision of that id. */
    Optional<AppRevision> find(long id) {
        return one(jdbc.sql(REVISIONS + "where r.id = ?").param(id));
    }

    /** What is there of an app. */
    Optional<AppRevision> current(AppName app) {
        return one(
                jdbc.sql(
                                REVISIONS
                                        + "where a.name = ? and a.environment = ?"
                                        + " and r.state = 'CURRENT'")
                        .params(app.name(), app.environment()));
    }

    /** What is there of all apps within reach, by environments and names. */
    List<AppRevision> current(@Nullable String environment, Reach reach) {
        return all(
                jdbc.sql(
                                REVISIONS
                                        + """
                                        where r.state = 'CURRENT'
                                          and (?::text is null or a.environment = ?)
                                          and (?::text[] is null or a.environment = any(?::text[]))
                                        order by a.environment, a.name
                                        """)
                        .param(environment)
                        .param(environment)
                        .param(reach.parameter())
                        .param(reach.parameter()));
    }

    /**
     * The last revision of each app within reach that anybody started and did not undo, by
     * environments and names.
     */
    List<AppRevision> lastBegun(@Nullable String environment, Reach reach) {
        return all(
                jdbc.sql(
                                REVISIONS
                                        + """
                                        where r.number = (select max(number) from parcels.app_revision o
                                            where o.app = r.app and o.state not in ('PLANNED', 'UNDONE'))
                                          and (?::text is null or a.environment = ?)
                                          and (?::text[] is null or a.environment = any(?::text[]))
                                        order by a.environment, a.name
                                        """)
                        .param(environment)
                        .param(environment)
                        .param(reach.parameter())
                        .param(reach.parameter()));
    }

    /** The newest revision of an app in one of these states, of those with smaller numbers. */
    Optional<AppRevision> newest(AppName app, int before, AppState... states) {
        return one(
                jdbc.sql(
                                REVISIONS
                                        + """
                                        where a.name = ? and a.environment = ? and r.number < ?
                                          and r.state = any(?)
                                        order by r.number desc limit 1
                                        """)
                        .param(app.name())
                        .param(app.environment())
                        .param(before)
                        .param(Stream.of(states).map(AppState::name).toArray(String[]::new)));
    }

    /** Revisions of an app, the newest first. */
    List<AppRevision> revisions(AppName app, int before, int limit) {
        return all(
                jdbc.sql(
                                REVISIONS
                                        + """
                                        where a.name = ? and a.environment = ? and r.number < ?
                                        order by r.number desc limit ?
                                        """)
                        .params(app.name(), app.environment(), before, limit));
    }

    /** The task of that id. */
    Optional<AppTask> task(long id) {
        return jdbc.sql("select * from parcels.app_task where id = ?")
                .param(id)
                .query((row, _) -> task(row))
                .optional();
    }

    /** How the runs of a revision's tasks ended, by the task's id; without those that did not. */
    Map<Long, Ending> endings(long revision) {
        Map<Long, Ending> endings = new HashMap<>();
        jdbc.sql(
                        """
                        select id, ending from parcels.app_task
                        where revision = ? and ending is not null
                        """)
                .param(revision)
                .query(row -> {
                    endings.put(row.getLong("id"), Ending.valueOf(row.getString("ending")));
                });
        return endings;
    }

    /** The run of a task has ended. */
    void ended(long task, Ending ending) {
        jdbc.sql("update parcels.app_task set ending = ? where id = ?")
                .params(ending.name(), task)
                .update();
    }

    /** A revision is in another state. */
    void become(long revision, AppState state, String problem, @Nullable Instant ended) {
        jdbc.sql(
                        """
                        update parcels.app_revision
                        set state = ?, problem = ?, ended_at = coalesce(?, ended_at) where id = ?
                        """)
                .param(state.name())
                .param(problem.replace('\0', ' '))
                .param(ended == null ? null : Timestamp.from(ended))
                .param(revision)
                .update();
    }

    /** Apps that have any of some parcels or can go back to them, by the digest. */
    Map<String, List<AppName>> users(Collection<String> digests) {
        Map<String, List<AppName>> users = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct r.digest, a.name, a.environment
                        from parcels.app_revision r join parcels.app a on a.id = r.app
                        where r.digest = any(?) and r.state in ('RUNNING', 'CURRENT', 'FAILED')
                        order by a.environment, a.name
                        """)
                .param(digests.toArray(String[]::new))
                .query(row -> {
                    users.computeIfAbsent(row.getString("digest"), _ -> new ArrayList<>())
                            .add(new AppName(row.getString("name"), row.getString("environment")));
                });
        return users;
    }

    private Optional<AppRevision> one(JdbcClient.StatementSpec found) {
        return all(found).stream().findFirst();
    }

    private List<AppRevision> all(JdbcClient.StatementSpec found) {
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

    private static AppTask task(ResultSet row) throws SQLException {
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
