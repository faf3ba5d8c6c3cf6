package dev.cadastre.server.parcels.app;

import dev.cadastre.server.storage.MasterKey;
import java.sql.Timestamp;
import java.time.Instant;
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

/** The tables of apps, one app at a time. */
@Component
class AppTable {

    private final JdbcClient jdbc;
    private final AppRows rows;
    private final MasterKey key;

    AppTable(JdbcClient jdbc, AppRows rows, MasterKey key) {
        this.jdbc = jdbc;
        this.rows = rows;
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
                                "select coalesce(max(number), 0) + 1 from parcels.app_revision"
                                        + " where app = ?")
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

    /** Where what is sealed of a revision is kept, as the key knows it. */
    static String place(long app, int number) {
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
        return rows.one(jdbc.sql(AppRows.REVISIONS + "where r.id = ?").param(id));
    }

    /** What is there of an app. */
    Optional<AppRevision> current(AppName app) {
        return rows.one(
                jdbc.sql(
                                AppRows.REVISIONS
                                        + "where a.name = ? and a.environment = ?"
                                        + " and r.state = 'CURRENT'")
                        .params(app.name(), app.environment()));
    }

    /** The newest revision of an app in one of these states, of those with smaller numbers. */
    Optional<AppRevision> newest(AppName app, int before, AppState... states) {
        return rows.one(
                jdbc.sql(
                                AppRows.REVISIONS
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

    /** The last revision of an app that anybody started and did not undo. */
    Optional<AppRevision> lastBegun(AppName app) {
        return newest(
                app,
                Integer.MAX_VALUE,
                AppState.RUNNING,
                AppState.CURRENT,
                AppState.REPLACED,
                AppState.FAILED,
                AppState.REMOVED);
    }

    /** Whether anything became of another revision of an app since a moment. */
    boolean isChangedSince(AppRevision revision) {
        return jdbc.sql(
                        """
                        select exists (select from parcels.app_revision r
                          join parcels.app a on a.id = r.app
                          where a.name = ? and a.environment = ? and r.id <> ?
                            and r.ended_at > ?)
                        """)
                .param(revision.app().name())
                .param(revision.app().environment())
                .param(revision.id())
                .param(Timestamp.from(revision.madeAt()))
                .query(Boolean.class)
                .single();
    }

    /** Revisions of an app, the newest first. */
    List<AppRevision> revisions(AppName app, int before, int limit) {
        return rows.all(
                jdbc.sql(
                                AppRows.REVISIONS
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
                .query((row, _) -> AppRows.task(row))
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
}
