package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the timeline and the map are told of runs, over the real database. */
@ServerTest
class RunsToldTest {

    private static final String SHOP =
            """
            [change]
            name = shop
            [step motd]
            op = test.put
            key = motd
            value = hello ${host}
            """;

    @Autowired private RunsByTest byTest;
    @Autowired private Runs runs;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private void undo(long id) {
        access.asSystem(() -> {
            runs.request(id, new RunRequest.Undo(), Reach.ALL);
        });
        byTest.rested(id);
    }

    @Test
    void tellsTheTimelineAndTheMap() {
        byTest.declare("run-b", "run-b1");
        ChangeRun run = byTest.start(SHOP, RunSettings.USUAL, "run-b1");
        byTest.rested(run.id());

        assertThat(kinds("run-b", "run:" + run.id()))
                .containsExactlyInAnyOrder("run.begun", "run.finished");
        assertThat(kinds("run-b", "host:run-b1")).contains("run.changed", "deployment");
        assertThat(
                        jdbc.sql("select app from topology.deployment where environment = 'run-b'")
                                .query(String.class)
                                .list())
                .containsExactly("shop");
        assertThat(
                        jdbc.sql("select settled from change.run where id = ?")
                                .param(run.id())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static String versioned(String app) {
        return """
        [DEFAULT]
        version = 0
        [change]
        name = %s
        [step motd]
        op = test.put
        key = motd
        value = ${version}
        """
                .formatted(app);
    }

    /** What the map says of an application's version. */
    private List<String> onMap(String app) {
        return jdbc.sql(
                        """
                        select coalesce(state.value -> 'attributes' ->> 'version', 'none')
                        from topology.asset join topology.asset_state state on subject = number
                        where name = ? and key = 'told' and until = 'infinity'
                        """)
                .param(app)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> hostsOf(String app) {
        return jdbc.sql(
                        """
                        select host.name from topology.statement
                        join topology.asset app on app.number = source
                        join topology.asset host on host.number = target
                        where app.name = ? and type = 'RUNS_ON'
                        """)
                .param(app)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What the timeline says was deployed there, the newest first. */
    private List<String> summaries(String asset) {
        return jdbc.sql(
                        """
                        select summary from timeline.event where asset = ? and kind = 'deployment'
                        order by id desc
                        """)
                .param(asset)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void saysWhatRunsThereAgainOnceARunIsUndone() {
        byTest.declare("run-v", "run-v1", "run-v2");
        byTest.deployed(versioned("books"), "1", "run-v1", "run-v2");
        ChangeRun second = byTest.deployed(versioned("books"), "2", "run-v1", "run-v2");
        assertThat(onMap("app:books@run-v")).containsExactly("2");

        undo(second.id());

        assertThat(onMap("app:books@run-v")).containsExactly("1");
        assertThat(summaries("host:run-v1"))
                .first()
                .asString()
                .startsWith("books 1 was deployed on run-v1, run-v2");
    }

    @Test
    void saysThatNothingRunsThereOnceTheFirstRunIsUndone() {
        byTest.declare("run-w", "run-w1");
        ChangeRun run = byTest.deployed(versioned("shelf"), "1", "run-w1");

        undo(run.id());

        assertThat(onMap("app:shelf@run-w")).containsExactly("none");
        assertThat(hostsOf("app:shelf@run-w")).isEmpty();
        assertThat(summaries("host:run-w1"))
                .first()
                .asString()
                .startsWith("shelf 1 was taken back from run-w1");
    }

    @Test
    void saysWhatRunsThereAfterEachOfSeveralRunsIsUndone() {
        byTest.declare("run-u", "run-u1");
        ChangeRun first = byTest.deployed(versioned("lamp"), "1", "run-u1");
        ChangeRun second = byTest.deployed(versioned("lamp"), "2", "run-u1");
        ChangeRun third = byTest.deployed(versioned("lamp"), "3", "run-u1");

        undo(third.id());
        assertThat(onMap("app:lamp@run-u")).containsExactly("2");
        undo(second.id());
        assertThat(onMap("app:lamp@run-u")).containsExactly("1");
        undo(first.id());

        assertThat(onMap("app:lamp@run-u")).containsExactly("none");
        assertThat(hostsOf("app:lamp@run-u")).isEmpty();
        assertThat(summaries("host:run-u1"))
                .first()
                .asString()
                .startsWith("lamp 1 was taken back from run-u1");
    }

    @Test
    void whatWasUndoneIsNothingThatRunsAgain() {
        byTest.declare("run-z", "run-z1");
        byTest.deployed(versioned("vase"), "1", "run-z1");
        ChangeRun second = byTest.deployed(versioned("vase"), "2", "run-z1");
        ChangeRun third = byTest.deployed(versioned("vase"), "3", "run-z1");

        undo(second.id());
        assertThat(onMap("app:vase@run-z")).containsExactly("3");
        undo(third.id());

        assertThat(onMap("app:vase@run-z")).containsExactly("1");
    }

    @Test
    void leavesAloneWhatAnotherRunHasDeployedSince() {
        byTest.declare("run-x", "run-x1");
        ChangeRun first = byTest.deployed(versioned("desk"), "1", "run-x1");
        byTest.deployed(versioned("desk"), "2", "run-x1");

        undo(first.id());

        assertThat(onMap("app:desk@run-x")).containsExactly("2");
        assertThat(hostsOf("app:desk@run-x")).containsExactly("host:run-x1");
    }

    private List<String> kinds(String environment, String asset) {
        return jdbc.sql("select kind from timeline.event where environment = ? and asset = ?")
                .params(environment, asset)
                .query((row, _) -> row.getString("kind"))
                .list();
    }
}
