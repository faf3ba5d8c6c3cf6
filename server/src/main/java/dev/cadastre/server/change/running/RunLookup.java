package dev.cadastre.server.change.running;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.RunQuery;
import dev.cadastre.server.change.RunTally;
import dev.cadastre.server.change.asking.AskBoard;
import dev.cadastre.server.change.keeping.EntryTable;
import dev.cadastre.server.change.keeping.JournalLine;
import dev.cadastre.server.change.keeping.RunTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * What is known of runs. Who may read some of its environments sees a run with the hosts of these
 * only. Thread-safe.
 */
@NamedInterface("running")
@Service
public class RunLookup {

    private static final String INTERRUPTED =
            "the server was stopped while the run went on; resume it";

    private static final String ELSEWHERE =
            "it is carried out without this server; upload it again when it has ended";

    private static final int MOST_TOLD = 200;

    private final RunTable table;
    private final EntryTable entries;
    private final Journals journals;
    private final Executions executions;

    RunLookup(RunTable table, EntryTable entries, Journals journals, Executions executions) {
        this.table = table;
        this.entries = entries;
        this.journals = journals;
        this.executions = executions;
    }

    /** Those that are asked for, the newest first. */
    public List<ChangeRun> find(RunQuery query, Reach reach) {
        return table.find(query, reach).stream().map(run -> shown(run, reach)).toList();
    }

    /** How many runs there are in each environment within reach, with the newest of each. */
    public List<RunTally> tallies(Reach reach) {
        return table.tallies(reach).stream().map(this::attended).toList();
    }

    private RunTally attended(RunTally tally) {
        boolean isAttended = executions.find(tally.latest().id()).isPresent();
        return isAttended ? tally : tally.unattended();
    }

    /** The one of that id. */
    public Optional<ChangeRun> find(long id, Reach reach) {
        return table.find(id).filter(run -> isVisible(run, reach)).map(run -> shown(run, reach));
    }

    /** The one of that id with all of it, if all its environments are within reach. */
    Optional<ChangeRun> whole(long id, Reach reach) {
        return table.find(id).filter(run -> isWhole(run, reach)).map(run -> shown(run, reach));
    }

    /** All that is known of the one of that id. */
    public Optional<RunStory> story(long id, Reach reach) {
        Optional<ChangeRun> known = table.find(id).filter(run -> isVisible(run, reach));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ChangeRun run = known.get();
        Set<Place> places = new HashSet<>();
        run.hosts().stream()
                .filter(host -> reach.covers(host.environment()))
                .forEach(host -> places.add(Place.host(host.host())));
        if (isWhole(run, reach)) {
            places.add(Place.LOCAL);
        }
        List<String> attached =
                executions.find(id).map(Execution::asks).map(AskBoard::attached).orElse(List.of());
        return Optional.of(new RunStory(shown(run, reach), view(id), places, attached));
    }

    /** What is known of a run now, whoever asks. */
    RunView view(long id) {
        return executions
                .find(id)
                .map(Execution::view)
                .orElseGet(() -> RunView.of(journals.read(id)));
    }

    /**
     * A part of a run's journal, for those who may see all of it.
     *
     * @throws ChangeRefused if there is no such run, or the reader may not see all of it
     */
    public List<JournalLine> entries(long id, int after, int limit, Reach reach) {
        if (find(id, reach).isEmpty()) {
            throw unknown(id);
        }
        if (whole(id, reach).isEmpty()) {
            throw new ChangeProblem(
                            "run.not-all-visible",
                            "id",
                            "The journal of run %d tells of hosts of other environments too."
                                    .formatted(id),
                            "Read the run itself, which tells of those you may see.")
                    .as(Reason.CONFLICT);
        }
        return entries.after(id, after, limit);
    }

    /**
     * The last of what people asked of a run and of how it came to rest, in order; empty for who
     * may not see all of it.
     */
    public Optional<List<RunEntry>> told(long id, Reach reach) {
        return whole(id, reach).map(run -> entries.told(run.id(), MOST_TOLD));
    }

    /**
     * What a job, or its undoing, printed at a place.
     *
     * @throws ChangeRefused if the reader knows no such run, job or place
     */
    public RunOutput output(long id, String job, Place place, boolean undo, Reach reach) {
        RunStory story = story(id, reach).orElseThrow(() -> unknown(id));
        Lane lane = story.places().contains(place) ? story.view().lanes().get(place) : null;
        Cell cell = lane == null ? null : (undo ? lane.undone() : lane.jobs()).get(job);
        if (lane == null || cell == null) {
            throw new ChangeProblem(
                            "run.no-such-place",
                            "job",
                            "The run has no job %s at %s.".formatted(job, place),
                            "See /api/v1/runs/%d for those there are.".formatted(id))
                    .as(Reason.UNKNOWN);
        }
        Step step = new Step(undo ? Step.Kind.UNDO : Step.Kind.JOB, job, place);
        boolean isRunning = step.equals(lane.running());
        Optional<String> live =
                isRunning
                        ? executions.find(id).map(one -> one.outputs().of(step))
                        : Optional.empty();
        Ending ending = cell.ending();
        return new RunOutput(
                live.orElse(ending == null ? "" : ending.output()), isRunning && live.isPresent());
    }

    private ChangeRun shown(ChangeRun run, Reach reach) {
        ChangeRun now = executions.find(run.id()).isPresent() ? run : unattended(run.id(), run);
        if (isWhole(run, reach)) {
            return now;
        }
        List<RunHost> hosts =
                now.hosts().stream().filter(host -> reach.covers(host.environment())).toList();
        // The reason may name others.
        return now.showing(now.environments().stream().filter(reach::covers).toList(), hosts, "");
    }

    private ChangeRun unattended(long id, ChangeRun known) {
        if (known.phase().unattended() != RunPhase.INTERRUPTED) {
            return known;
        }
        // It may have come to its end since it was read.
        ChangeRun run = table.find(id).orElse(known);
        boolean isInterrupted =
                run.phase().unattended() == RunPhase.INTERRUPTED && executions.find(id).isEmpty();
        return isInterrupted
                ? run.in(RunPhase.INTERRUPTED)
                        .showing(
                                run.environments(),
                                run.hosts(),
                                run.isUploaded() ? ELSEWHERE : INTERRUPTED)
                : run;
    }

    private static boolean isVisible(ChangeRun run, Reach reach) {
        return isWhole(run, reach) || run.environments().stream().anyMatch(reach::covers);
    }

    private static boolean isWhole(ChangeRun run, Reach reach) {
        return reach.equals(Reach.ALL)
                || (!run.environments().isEmpty()
                        && run.environments().stream().allMatch(reach::covers));
    }

    /** The refusal of what is about a run that is not there. */
    public static ChangeRefused unknown(long id) {
        return new ChangeProblem(
                        "run.unknown",
                        "id",
                        "There is no run %d.".formatted(id),
                        "See /api/v1/runs for those there are.")
                .as(Reason.UNKNOWN);
    }
}
