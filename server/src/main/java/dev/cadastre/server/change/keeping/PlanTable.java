package dev.cadastre.server.change.keeping;

import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.PlanState;
import dev.cadastre.server.change.TaskRun;
import dev.cadastre.server.change.keeping.ChangeJson.KeptJob;
import dev.cadastre.server.change.keeping.ChangeJson.KeptPlace;
import dev.cadastre.server.change.keeping.ChangeJson.KeptPlaces;
import dev.cadastre.server.change.keeping.ChangeJson.KeptSettings;
import dev.cadastre.server.change.keeping.ChangeJson.Ordered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of plans. */
@Component
public class PlanTable {

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one of which nobody has looked at anything yet. */
    public void add(ChangePlan plan) {
        Ordered ordered =
                new Ordered(
                        plan.file(),
                        plan.summary(),
                        plan.parameters(),
                        KeptSettings.of(plan.settings()),
                        plan.jobs().stream().map(KeptJob::of).toList());
        jdbc.sql(
                        """
                        insert into change.plan
                          (id, archive, change, state, environments, hosts, ordered, made_by, made_at,
                           task)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(plan.id())
                .param(plan.archive())
                .param(plan.change())
                .param(plan.state().name())
                .param(plan.environments().toArray(String[]::new))
                .param(plan.hosts().toArray(String[]::new))
                .param(ChangeJson.write(ordered))
                .param(plan.madeBy())
                .param(Timestamp.from(plan.madeAt()))
                .param(plan.task())
                .update();
    }

    /** What would be done is known. */
    public void ready(UUID id, List<PlannedPlace> places, String digest) {
        KeptPlaces kept = new KeptPlaces(places.stream().map(KeptPlace::of).toList());
        jdbc.sql("update change.plan set state = 'READY', planned = ?, digest = ? where id = ?")
                .params(ChangeJson.write(kept), digest, id)
                .update();
    }

    /** It does not come about. */
    public void failed(UUID id, String problem) {
        jdbc.sql("update change.plan set state = 'FAILED', problem = ? where id = ?")
                .params(problem.replace('\0', ' '), id)
                .update();
    }

    /** Those that were being looked for when the server stopped do not come about. */
    public void failLooking(String problem) {
        jdbc.sql("update change.plan set state = 'FAILED', problem = ? where state = 'LOOKING'")
                .param(problem)
                .update();
    }

    /** The one of that id. */
    public Optional<ChangePlan> find(UUID id) {
        return jdbc.sql(
                        """
                        select plan.*, run.id as run from change.plan
                          left join change.run on run.plan = plan.id
                        where plan.id = ?
                        """)
                .param(id)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** What carries out these tasks of apps, by the task's id; of several plans the latest. */
    public Map<Long, TaskRun> ofTasks(Collection<Long> tasks) {
        Map<Long, TaskRun> found = new HashMap<>();
        jdbc.sql(
                        """
                        select plan.task, plan.id, run.id as run from change.plan
                          left join change.run on run.plan = plan.id
                        where plan.task = any(?)
                        order by plan.made_at
                        """)
                .param(tasks.toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            row.getLong("task"),
                            new TaskRun(
                                    row.getObject("id", UUID.class),
                                    row.getObject("run", Long.class)));
                });
        return found;
    }

    /** Whether there is a plan of an archive all of whose hosts are within reach. */
    public boolean isPlanned(String archive, Reach reach) {
        return jdbc.sql(
                        """
                        select exists (select from change.plan
                          where archive = ? and (?::text[] is null or environments <@ ?::text[]))
                        """)
                .param(archive)
                .param(reach.parameter())
                .param(reach.parameter())
                .query(Boolean.class)
                .single();
    }

    private static ChangePlan plan(ResultSet row) throws SQLException {
        Ordered ordered = ChangeJson.read(row.getString("ordered"), Ordered.class);
        String planned = row.getString("planned");
        KeptPlaces places =
                planned == null
                        ? new KeptPlaces(List.of())
                        : ChangeJson.read(planned, KeptPlaces.class);
        long run = row.getLong("run");
        return new ChangePlan(
                row.getObject("id", UUID.class),
                row.getString("archive"),
                ordered.file(),
                row.getString("change"),
                ChangeJson.text(ordered.summary()),
                Objects.requireNonNullElse(ordered.parameters(), Map.of()),
                ordered.settings().settings(),
                RunTable.texts(row, "environments"),
                RunTable.texts(row, "hosts"),
                ChangeJson.list(ordered.jobs()).stream().map(KeptJob::job).toList(),
                PlanState.valueOf(row.getString("state")),
                ChangeJson.text(row.getString("problem")),
                ChangeJson.list(places.places()).stream().map(KeptPlace::place).toList(),
                ChangeJson.text(row.getString("digest")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                run == 0 ? null : run,
                row.getObject("task", Long.class));
    }
}
