package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.RunQuery;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database takes no more of a run's journal from some entry on, as if the server were killed
 * there; another server takes the run up.
 */
@ServerTest
class KilledRunsTest {

    private static final String SHOP =
            """
            [change]
            name = killed
            [step open]
            op = bundle.open
            bundle = killed
            [step motd]
            op = test.put
            key = motd
            value = hello
            restarts = nginx
            [step history]
            op = test.append
            key = history
            value = +
            [step close]
            op = bundle.close
            """;

    /** More entries than such a run has. */
    private static final int MOST_ENTRIES = 100;

    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts hosts;
    @Autowired private Runs runs;
    @Autowired private RunLookup lookup;
    @Autowired private Access access;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void makeItBreakable() {
        jdbc.sql(
                        """
                        create table change.broken (change text, number int);
                        create function change.break() returns trigger language plpgsql as $$
                          begin
                            if exists (select from change.broken join change.run using (change)
                                where run.id = new.run and new.number > broken.number) then
                              raise exception 'killed';
                            end if;
                            return new;
                          end $$;
                        create trigger break before insert on change.entry
                          for each row execute function change.break()
                        """)
                .update();
    }

    @AfterEach
    void mend() {
        jdbc.sql(
                        """
                        drop trigger break on change.entry;
                        drop function change.break();
                        drop table change.broken
                        """)
                .update();
    }

    private void killAfter(int number) {
        jdbc.sql("insert into change.broken values ('killed', ?)").param(number).update();
    }

    private void goOn() {
        jdbc.sql("delete from change.broken").update();
        byTest.restart();
    }

    private Optional<ChangeRun> started(ChangePlan plan) {
        try {
            return Optional.of(access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL)));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private ChangeRun ask(long id, RunRequest request) {
        return access.asSystem(() -> runs.request(id, request, Reach.ALL));
    }

    @Test
    void isTakenUpWhereItWasKilled() {
        byTest.declare("kill-a", "kill-a1");
        FakeHost host = hosts.host("kill-a1");
        boolean wasKilled = true;
        int kills = 0;
        while (wasKilled) {
            host.put("motd", "");
            host.put("history", "");
            ChangePlan plan = byTest.plan(SHOP, RunSettings.USUAL, "kill-a1");
            int before = host.acts().size();
            killAfter(kills);
            Optional<ChangeRun> run = started(plan);
            if (run.isEmpty()) {
                assertThat(runsOf("kill-a")).noneMatch(one -> one.plan().equals(plan.id()));
                goOn();
                kills++;
                continue;
            }
            ChangeRun rested = byTest.rested(run.get().id());
            wasKilled = rested.phase() == RunPhase.INTERRUPTED;
            goOn();
            if (wasKilled) {
                assertThat(lookup.find(rested.id(), Reach.ALL).orElseThrow().phase())
                        .isEqualTo(RunPhase.INTERRUPTED);
                rested = completed(rested.id(), host);
            }

            List<String> acts = host.acts().subList(before, host.acts().size());
            assertThat(rested.status()).as("killed after %d", kills).isEqualTo(Status.OK);
            assertThat(acts.stream().filter(act -> !act.equals("restart")))
                    .as("killed after %d", kills)
                    .containsExactly("put motd=hello", "append history=+");
            assertThat(acts).contains("restart");
            assertThat(host.isLocked()).isFalse();
            kills++;
            assertThat(kills).isLessThan(MOST_ENTRIES);
        }
        assertThat(kills).isGreaterThan(10);
    }

    private List<ChangeRun> runsOf(String environment) {
        return lookup.find(new RunQuery(environment, null, null, null, null, 1_000), Reach.ALL);
    }

    private ChangeRun completed(long id, FakeHost host) {
        ask(id, new RunRequest.Resume(null));
        ChangeRun now = byTest.rested(id);
        while (now.phase() == RunPhase.ASKING) {
            RunView.Question question = lookup.view(id).questions().getFirst();
            boolean done = !host.value("history").isEmpty();
            ask(id, new RunRequest.Settle(question.job(), Set.of(question.place()), done));
            now = byTest.rested(id);
        }
        return now;
    }

    @Test
    void isShownAsInterruptedUntilItIsResumed() {
        byTest.declare("kill-b", "kill-b1");
        FakeHost host = hosts.host("kill-b1");
        CountDownLatch gate = new CountDownLatch(1);
        host.gate(gate);
        ChangeRun run = byTest.start(SHOP, RunSettings.USUAL, "kill-b1");
        while (lookup.view(run.id()).inFlight().stream()
                .noneMatch(step -> step.kind() == Step.Kind.JOB)) {
            Thread.onSpinWait();
        }

        byTest.restart();

        ChangeRun interrupted = lookup.find(run.id(), Reach.ALL).orElseThrow();
        assertThat(interrupted.phase()).isEqualTo(RunPhase.INTERRUPTED);
        assertThat(interrupted.reason()).contains("the server was stopped", "resume it");
        assertThat(runsOf("kill-b")).extracting(ChangeRun::phase).containsOnly(interrupted.phase());

        // What was in flight comes to its end on the host, and nobody hears of it.
        host.gate(null);
        gate.countDown();
        while (host.value("motd").isEmpty()) {
            Thread.onSpinWait();
        }
        ChangeRun done = completed(run.id(), host);
        assertThat(done.status()).isEqualTo(Status.OK);
        assertThat(host.acts()).containsExactly("put motd=hello", "append history=+", "restart");
    }

    @Test
    void waitsForAPersonWhoeverIsAtWorkOnIt() {
        byTest.declare("kill-c", "kill-c1");
        ChangeRun run =
                byTest.start(
                        SHOP.replace("test.append", "note")
                                .replace("key = history\nvalue = +", "text = look at it"),
                        RunSettings.USUAL,
                        "kill-c1");
        assertThat(byTest.rested(run.id()).phase()).isEqualTo(RunPhase.ASKING);

        byTest.restart();

        assertThat(lookup.find(run.id(), Reach.ALL).orElseThrow().phase())
                .isEqualTo(RunPhase.ASKING);
        int entries = lookup.find(run.id(), Reach.ALL).orElseThrow().revision();
        assertThatThrownBy(() -> ask(run.id(), new RunRequest.Skip("none", Set.of())))
                .isInstanceOf(ChangeRefused.class);
        assertThat(lookup.find(run.id(), Reach.ALL).orElseThrow().revision()).isEqualTo(entries);
        ask(run.id(), new RunRequest.Confirm("history", Set.of()));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
    }
}
