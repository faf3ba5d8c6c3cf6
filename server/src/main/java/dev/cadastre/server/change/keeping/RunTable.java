package dev.cadastre.server.change.keeping;

import dev.cadastre.change.Status;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.RunQuery;
import dev.cadastre.server.change.RunTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of runs and their hosts. */
@Component
public class RunTable {

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An id that no run has or gets. */
    public long nextId() {
        return jdbc.sql("select nextval('change.run_id')").query(Long.class).single();
    }

    /** Adds one with its hosts. */
    public void add(ChangeRun run) {
        jdbc.sql(
                        """
                        insert into change.run
                          (id, name, plan, archive, change, who, person, why, environments, status,
                           phase, reason, begun_at, revision, undoing, approved_by, settled,
                           offline_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, '', true, ?)
                        """)
                .param(run.id())
                .param(run.name())
                .param(run.plan())
                .param(run.archive())
                .param(run.change())
                .param(run.who())
                .param(run.person())
                .param(run.why())
                .param(run.environments().toArray(String[]::new))
                .param(run.status().name())
                .param(run.phase().name())
                .param(run.reason())
                .param(Timestamp.from(run.begunAt()))
                .param(run.revision())
                .param(run.offlineBy())
                .update();
        jdbc.sql(
                        """
                        insert into change.run_host (run, host, environment)
                        select ?, * from unnest(?::text[], ?::text[])
                        """)
                .param(run.id())
                .param(run.hosts().stream().map(RunHost::host).toArray(String[]::new))
                .param(run.hosts().stream().map(RunHost::environment).toArray(String[]::new))
                .update();
    }

    /** Follows the journal. What had ended once counts as told when it is so again. */
    public void update(ChangeRun run) {
        boolean ended = run.endedAt() != null;
        jdbc.sql(
                        """
                        update change.run set status = ?, phase = ?, reason = ?, ended_at = ?,
                          revision = ?, undoing = ?, approved_by = ?, settled = ?, silent = false
                        where id = ?
                        """)
                .param(run.status().name())
                .param(run.phase().name())
                .param(run.reason())
                .param(ended ? Timestamp.from(run.endedAt()) : null)
                .param(run.revision())
                .param(run.undoing())
                .param(run.approvedBy())
                .param(!ended)
                .param(run.id())
                .update();
    }

    /** Somebody has to agree to each step of a run, whoever takes it up. */
    public void goStepwise(long id) {
        jdbc.sql("update change.run set stepwise = true where id = ?").param(id).update();
    }

    /** Whether somebody has to. */
    public boolean isStepwise(long id) {
        return jdbc.sql("select stepwise from change.run where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The end of a run at that revision has been told. */
    public void settle(long id, int revision) {
        jdbc.sql("update change.run set settled = true where id = ? and revision = ?")
                .params(id, revision)
                .update();
    }

    /** Those whose end has not been told yet. */
    public List<Long> unsettled() {
        return jdbc.sql("select id from change.run where not settled order by id")
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /**
     * The hosts of a run of which the map was told that the change is deployed there, or was not.
     */
    public Set<String> hosts(long run, boolean deployed) {
        return new TreeSet<>(
                jdbc.sql("select host from change.run_host where run = ? and deployed = ?")
                        .params(run, deployed)
                        .query(String.class)
                        .list());
    }

    /** The map was told. */
    public void told(long run, Collection<String> hosts, boolean deployed) {
        jdbc.sql("update change.run_host set deployed = ? where run = ? and host = any(?)")
                .param(deployed)
                .param(run)
                .param(hosts.toArray(String[]::new))
                .update();
    }

    /** The one of that id, with all its hosts. */
    public Optional<ChangeRun> find(long id) {
        return withHosts(
                        jdbc.sql("select * from change.run where id = ?")
                                .param(id)
                                .query((row, _) -> run(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** How a run ended that locks on hosts may know; empty if it did not, or there is none. */
    public Optional<Status> ending(String name) {
        return jdbc.sql("select status from change.run where name = ? and ended_at is not null")
                .param(name)
                .query((row, _) -> Status.valueOf(row.getString(1)))
                .optional();
    }

    /** The one that locks on hosts know by that name. */
    public Optional<Long> named(String name) {
        return jdbc.sql("select id from change.run where name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    /** The one that carries out a plan. */
    public Optional<Long> ofPlan(UUID plan) {
        return jdbc.sql("select id from change.run where plan = ?")
                .param(plan)
                .query(Long.class)
                .optional();
    }

    /** Those with a host within reach that are asked for, each with all its hosts. */
    public List<ChangeRun> find(RunQuery query, Reach reach) {
        String[] within = reach.parameter();
        return withHosts(
                jdbc.sql(
                                """
                                select * from change.run
                                where (?::text[] is null or environments && ?::text[])
                                  and (?::text is null or environments @> array[?::text])
                                  and (?::text is null or status = ?)
                                  and (?::text is null or change = ?)
                                  and (?::bigint is null or id < ?)
                                  and (?::text is null or exists (select from change.run_host
                                        where run = run.id and host = ?
                                          and (?::text[] is null or environment = any(?::text[]))))
                                order by id desc limit ?
                                """)
                        .param(within)
                        .param(within)
                        .param(query.environment())
                        .param(query.environment())
                        .param(query.status() == null ? null : query.status().name())
                        .param(query.status() == null ? null : query.status().name())
                        .param(query.change())
                        .param(query.change())
                        .param(query.before())
                        .param(query.before())
                        .param(query.host())
                        .param(query.host())
                        .param(within)
                        .param(within)
                        .param(query.limit())
                        .query((row, _) -> run(row))
                        .list());
    }

    /** How many there are in each environment within reach, with the newest of each. */
    public List<RunTally> tallies(Reach reach) {
        String[] within = reach.parameter();
        return jdbc.sql(
                        """
                        select place.environment, count(*) as runs,
                          count(*) filter (where ended_at is null) as open, max(id) as id,
                          (array_agg(change order by id desc))[1] as change,
                          (array_agg(status order by id desc))[1] as status,
                          (array_agg(phase order by id desc))[1] as phase,
                          (array_agg(begun_at order by id desc))[1] as begun_at
                        from change.run, unnest(environments) as place(environment)
                        where ?::text[] is null or place.environment = any(?::text[])
                        group by place.environment order by place.environment
                        """)
                .param(within)
                .param(within)
                .query((row, _) -> tally(row))
                .list();
    }

    private static RunTally tally(ResultSet row) throws SQLException {
        return new RunTally(
                row.getString("environment"),
                row.getLong("runs"),
                row.getLong("open"),
                new RunTally.Latest(
                        row.getLong("id"),
                        row.getString("change"),
                        Status.valueOf(row.getString("status")),
                        RunPhase.valueOf(row.getString("phase")),
                        row.getTimestamp("begun_at").toInstant()));
    }

    private List<ChangeRun> withHosts(List<ChangeRun> runs) {
        Map<Long, List<RunHost>> hosts = new HashMap<>();
        jdbc.sql(
                        """
                        select run, host, environment from change.run_host
                        where run = any(?) order by run, host
                        """)
                .param(runs.stream().mapToLong(ChangeRun::id).toArray())
                .query(row -> {
                    hosts.computeIfAbsent(row.getLong("run"), _ -> new ArrayList<>())
                            .add(new RunHost(row.getString("host"), row.getString("environment")));
                });
        return runs.stream()
                .map(run ->
                        run.showing(
                                run.environments(),
                                hosts.getOrDefault(run.id(), List.of()),
                                run.reason()))
                .toList();
    }

    private static ChangeRun run(ResultSet row) throws SQLException {
        return new ChangeRun(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("plan", UUID.class),
                row.getString("archive"),
                row.getString("change"),
                Status.valueOf(row.getString("status")),
                RunPhase.valueOf(row.getString("phase")),
                row.getString("reason"),
                row.getString("who"),
                row.getString("person"),
                row.getString("why"),
                texts(row, "environments"),
                List.of(),
                row.getTimestamp("begun_at").toInstant(),
                moment(row, "ended_at"),
                row.getInt("revision"),
                row.getBoolean("undoing"),
                row.getString("approved_by"),
                row.getString("offline_by"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp read = row.getTimestamp(column);
        return read == null ? null : read.toInstant();
    }
}
