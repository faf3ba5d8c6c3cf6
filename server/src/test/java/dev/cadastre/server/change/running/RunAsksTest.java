package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.asking.LocalResult;
import dev.cadastre.server.change.asking.LocalTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs wait for: secrets, command lines, and people. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class RunAsksTest {

    private static final String SECRET = "tr0ub4dor-and-three";

    private static final String AS_ROOT =
            """
            [change]
            name = rooted
            [step motd]
            op = test.put
            key = motd
            value = hello
            as = root
            [step conf]
            op = test.put
            key = conf
            value = 2
            as = root
            """;

    private static final String LOCAL =
            """
            [change]
            name = built
            [step build]
            op = test.put
            key = build
            value = 1
            at = local
            [step motd]
            op = test.put
            key = motd
            value = hello
            """;

    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts hosts;
    @Autowired private Runs runs;
    @Autowired private RunAsks asks;
    @Autowired private RunLookup lookup;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    private List<Ask> open(long id) {
        return access.asSystem(() -> {
            try {
                return asks.open(id, Duration.ofSeconds(30), Reach.ALL);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private ChangeRun ask(long id, RunRequest request) {
        return access.asSystem(() -> runs.request(id, request, Reach.ALL));
    }

    private String refusal(Runnable action) {
        try {
            access.asSystem(action);
            return "";
        } catch (ChangeRefused e) {
            return e.problems().stream().map(ChangeProblem::code).findFirst().orElse("");
        }
    }

    @Test
    void asksOnceForASecretAndWritesItNowhere(CapturedOutput log) {
        byTest.declare("ask-a", "ask-a1", "ask-a2", "ask-a3");
        hosts.host("ask-a3").failing("conf");
        ChangeRun run =
                byTest.start(AS_ROOT, RunSettings.USUAL.allowing(1), "ask-a1", "ask-a2", "ask-a3");

        List<Ask> open = open(run.id());
        assertThat(open).extracting(Ask::kind).containsExactly(Ask.Kind.SECRET);
        assertThat(open.getFirst().name()).isEqualTo("sudo");
        assertThat(refusal(() -> asks.give(run.id(), "other", "x", Reach.ALL)))
                .isEqualTo("run.not-asked");
        access.asSystem(() -> asks.give(run.id(), "sudo", SECRET, Reach.ALL));
        ChangeRun done = byTest.rested(run.id());

        assertThat(done.status()).isEqualTo(Status.FAILED);
        assertThat(hosts.host("ask-a1").value("conf")).isEqualTo("2");
        assertThat(lookup.entries(run.id(), 0, 1_000, Reach.ALL).toString())
                .contains("doing put with ******")
                .doesNotContain(SECRET);
        assertThat(everythingWritten()).doesNotContain(SECRET);
        assertThat(log.getAll()).doesNotContain(SECRET);
    }

    /** All that all tables hold. */
    private String everythingWritten() {
        StringBuilder all = new StringBuilder();
        jdbc.sql(
                        """
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list()
                .forEach(table ->
                        jdbc.sql("select t::text from %s t".formatted(table))
                                .query(String.class)
                                .list()
                                .forEach(all::append));
        assertThat(all).contains("doing put with ******");
        return all.toString();
    }

    @Test
    void isAskedAgainWhenItIsResumedAfterNobodyGaveIt() {
        byTest.declare("ask-b", "ask-b1");
        ChangeRun run = byTest.start(AS_ROOT, RunSettings.USUAL, "ask-b1");
        open(run.id());
        access.asSystem(() -> asks.give(run.id(), "sudo", null, Reach.ALL));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.FAILED);

        ask(run.id(), new RunRequest.Resume(null));
        assertThat(open(run.id())).extracting(Ask::name).containsExactly("sudo");
        access.asSystem(() -> asks.give(run.id(), "sudo", SECRET, Reach.ALL));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
    }

    @Test
    void asksNobodyAnyMoreWhenItIsStopped() {
        byTest.declare("ask-c", "ask-c1");
        ChangeRun run = byTest.start(AS_ROOT, RunSettings.USUAL, "ask-c1");
        open(run.id());

        ask(run.id(), new RunRequest.Stop());

        assertThat(byTest.rested(run.id()).phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(hosts.host("ask-c1").acts()).isEmpty();
        assertThat(open(run.id())).isEmpty();
    }

    @Test
    void hasACommandLineDoWhatIsLocal() {
        byTest.declare("ask-d", "ask-d1");
        ChangeRun run = byTest.start(LOCAL, RunSettings.USUAL, "ask-d1");

        Ask look = open(run.id()).getFirst();
        assertThat(look.kind()).isEqualTo(Ask.Kind.LOCAL_LOOK);
        assertThat(look.tasks()).extracting(LocalTask::job).containsExactly("build");
        String claim = claim(run.id(), look);
        assertThat(refusal(() -> asks.claim(run.id(), look.id(), Reach.ALL)))
                .isEqualTo("run.task-taken");
        assertThat(refusal(() -> asks.print(run.id(), look.id(), "guess", "x", Reach.ALL)))
                .isEqualTo("run.claim-wrong");
        assertThat(refusal(() -> end(run.id(), look, claim, LocalResult.Kind.ANSWERED, Map.of())))
                .isEqualTo("run.result-wrong");
        end(run.id(), look, claim, LocalResult.Kind.LOOKED, answers(look, "WOULD_CHANGE"));

        Ask task = open(run.id()).getFirst();
        assertThat(task.kind()).isEqualTo(Ask.Kind.LOCAL_TASK);
        String word = claim(run.id(), task);
        boolean stop =
                access.asSystem(
                        () -> asks.print(run.id(), task.id(), word, "building\n", Reach.ALL));
        assertThat(stop).isFalse();
        assertThat(hosts.host("ask-d1").acts()).isEmpty();
        end(run.id(), task, word, LocalResult.Kind.ANSWERED, answers(task, "CHANGED"));

        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
        assertThat(hosts.host("ask-d1").acts()).containsExactly("put motd=hello");
        assertThat(lookup.entries(run.id(), 0, 1_000, Reach.ALL).toString()).contains("building");
        assertThat(refusal(() -> asks.claim(run.id(), task.id(), Reach.ALL)))
                .isEqualTo("run.not-asked");
    }

    private String claim(long id, Ask ask) {
        return access.asSystem(() -> asks.claim(id, ask.id(), Reach.ALL));
    }

    private void end(
            long id,
            Ask ask,
            String claim,
            LocalResult.Kind kind,
            Map<Integer, ScriptAnswer> answers) {
        LocalResult result = new LocalResult(kind, "", "", answers);
        access.asSystem(() -> asks.end(id, ask.id(), claim, result, Reach.ALL));
    }

    private static Map<Integer, ScriptAnswer> answers(Ask ask, String kind) {
        Map<Integer, ScriptAnswer> answers = new HashMap<>();
        ask.tasks()
                .forEach(task ->
                        answers.put(
                                task.number(),
                                new ScriptAnswer(
                                        ScriptAnswer.Kind.valueOf(kind),
                                        "it is so",
                                        "b",
                                        List.of(),
                                        List.of(),
                                        Map.of(),
                                        "")));
        return answers;
    }

    @Test
    void tellsACommandLineThatTheRunWasStopped() {
        byTest.declare("ask-e", "ask-e1");
        ChangeRun run = byTest.start(LOCAL, RunSettings.USUAL, "ask-e1");
        Ask look = open(run.id()).getFirst();
        String first = claim(run.id(), look);
        end(run.id(), look, first, LocalResult.Kind.LOOKED, answers(look, "WOULD_CHANGE"));
        Ask task = open(run.id()).getFirst();
        String word = claim(run.id(), task);

        ask(run.id(), new RunRequest.Stop());

        boolean stop = access.asSystem(() -> asks.print(run.id(), task.id(), word, "", Reach.ALL));
        assertThat(stop).isTrue();
        end(run.id(), task, word, LocalResult.Kind.STOPPED, Map.of());
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void saysWhoIsAttached() {
        byTest.declare("ask-f", "ask-f1");
        ChangeRun run = byTest.start(AS_ROOT, RunSettings.USUAL, "ask-f1");
        open(run.id());

        assertThat(lookup.story(run.id(), Reach.ALL).orElseThrow().attached())
                .containsExactly("system");
        ask(run.id(), new RunRequest.Stop());
        byTest.rested(run.id());
        assertThat(lookup.story(run.id(), Reach.ALL).orElseThrow().attached()).isEmpty();
        assertThat(lookup.story(run.id(), new Reach(Set.of("elsewhere")))).isEmpty();
    }
}
