package dev.cadastre.server.change.running;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.asking.AskBoard;
import dev.cadastre.server.change.asking.LocalResult;
import dev.cadastre.server.change.keeping.PlanTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** What runs wait for, and those who give it: they have to be allowed to run them. Thread-safe. */
@NamedInterface("running")
@Service
public class RunAsks {

    private final PlanTable plans;
    private final RunLookup lookup;
    private final RunValues values;
    private final Executions executions;
    private final Concerned concerned;

    RunAsks(
            PlanTable plans,
            RunLookup lookup,
            RunValues values,
            Executions executions,
            Concerned concerned) {
        this.plans = plans;
        this.lookup = lookup;
        this.values = values;
        this.executions = executions;
        this.concerned = concerned;
    }

    /**
     * What a run waits for besides answers to questions. Whoever asks is attached to it.
     *
     * @param patience how long to wait until there is something, or the run rests
     */
    public List<Ask> open(long id, Duration patience, Reach reach) throws InterruptedException {
        require(id, reach);
        Optional<Execution> execution = executions.find(id);
        if (execution.isEmpty()) {
            return List.of();
        }
        AskBoard asks = execution.get().asks();
        asks.attach(concerned.actor());
        asks.await(patience, () -> isAtRest(execution.get().phase()));
        return asks.open();
    }

    /** The same at once, and nobody is attached by it; nothing for who may not run it. */
    public List<Ask> waiting(long id, Reach reach) {
        return lookup.whole(id, reach)
                .filter(run -> concerned.mayRun(run.environments()))
                .flatMap(run -> executions.find(run.id()))
                .map(execution -> execution.asks().open())
                .orElse(List.of());
    }

    /** What is in flight while it is halted goes on for as long as it takes. */
    private static boolean isAtRest(RunPhase phase) {
        return phase != RunPhase.GOING_ON && phase != RunPhase.HALTED;
    }

    /** Gives a secret; null if nobody knows it. */
    public void give(long id, String name, @Nullable String value, Reach reach) {
        board(id, reach).give(name, value);
    }

    /** Agrees to a step, or to all that follow, too; who does not agree halts the run. */
    public void agree(long id, long ask, boolean all, Reach reach) {
        board(id, reach).agree(ask, all);
    }

    /** Lets the actor do what is to be done on their machine; they tell of it with that word. */
    public String claim(long id, long ask, Reach reach) {
        return board(id, reach).claim(ask, concerned.actor());
    }

    /** Takes what is printed meanwhile; whether it is to be ended. */
    public boolean print(long id, long ask, String claim, String text, Reach reach) {
        return board(id, reach).print(ask, claim, text);
    }

    /** Takes how it ended. */
    public void end(long id, long ask, String claim, LocalResult result, Reach reach) {
        board(id, reach).end(ask, claim, result);
    }

    /** What files and parameters of the change may refer to, by host. */
    public Map<String, Map<String, String>> values(long id, Reach reach) {
        ChangePlan plan = plan(require(id, reach));
        return given(plan).shown();
    }

    /** The same on the machine of whoever runs it. */
    public Map<String, String> localValues(long id, Reach reach) {
        return given(plan(require(id, reach))).local();
    }

    private GivenValues given(ChangePlan plan) {
        return values.of(plan.hosts(), plan.parameters(), plan.task());
    }

    private ChangePlan plan(ChangeRun run) {
        return plans.find(run.plan()).orElseThrow(() -> Plans.unknown(run.plan()));
    }

    private ChangeRun require(long id, Reach reach) {
        ChangeRun run = lookup.whole(id, reach).orElseThrow(() -> RunLookup.unknown(id));
        concerned.requireRun(run.environments());
        return run;
    }

    private AskBoard board(long id, Reach reach) {
        require(id, reach);
        return executions.find(id).map(Execution::asks).orElseThrow(RunAsks::resting);
    }

    private static ChangeRefused resting() {
        return new ChangeProblem(
                        "run.not-asked",
                        "id",
                        "Nothing is asked for: the run is not going on.",
                        "Resume it if there is anything left to do.")
                .as(Reason.CONFLICT);
    }
}
