package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which requests are granted when. Pure. */
public final class RequestRules {

    private final RunView view;
    private final RunState state;
    private final boolean rests;

    private RequestRules(RunView view) {
        this.view = view;
        this.state = view.state();
        boolean goesOn =
                state.finished() == null
                        && state.halted().isEmpty()
                        && state.pausedAt().isEmpty()
                        && view.questions().isEmpty();
        this.rests = !goesOn && view.inFlight().isEmpty();
    }

    /**
     * Why a request is not granted; null if it is.
     *
     * @param who the person who asks
     */
    public static @Nullable Refusal refusal(RunView view, String who, RunRequest request) {
        return new RequestRules(view).refusal(who, request);
    }

    private @Nullable Refusal refusal(String who, RunRequest request) {
        if (request instanceof RunRequest.Halt || request instanceof RunRequest.Stop) {
            return state.finished() == null
                    ? null
                    : new Refusal("run.at-rest", "nothing of the run is going on");
        }
        if (request instanceof RunRequest.Approve) {
            return approve(who);
        }
        if (request instanceof RunRequest.Resume resume) {
            return resume(resume.from());
        }
        if (request instanceof RunRequest.Retry) {
            return view.failed().isEmpty()
                    ? new Refusal("run.nothing-failed", "nothing failed; resume it to go on")
                    : resume(null);
        }
        if (request instanceof RunRequest.Undo) {
            return undo();
        }
        return request instanceof RunRequest.Release ? release() : answer(request);
    }

    private @Nullable Refusal approve(String who) {
        if (!view.head().settings().approval() || !state.approvedBy().isEmpty()) {
            return new Refusal("run.no-approval", "the run does not wait for an approval");
        }
        return who.equals(view.head().who())
                ? new Refusal(
                        "run.second-person",
                        "%s started the run; a second person has to approve it".formatted(who))
                : null;
    }

    private @Nullable Refusal resume(@Nullable String from) {
        if (view.head().settings().approval() && state.approvedBy().isEmpty()) {
            return new Refusal("run.not-approved", "a second person has to approve the run first");
        }
        if (state.mode() == RunState.Mode.RELEASE) {
            return new Refusal("run.given-up", "the run was given up; undo it, or start another");
        }
        if (from != null && view.isUndoing()) {
            return new Refusal(
                    "run.undoing", "a run that undoes goes on where it was; skip a job instead");
        }
        if (from != null && unknown(from) != null) {
            return unknown(from);
        }
        if (view.isComplete() && from == null && state.finished() != null) {
            return new Refusal("run.nothing-left", "nothing of the run is left to do");
        }
        boolean goesOn = !rests && state.halted().isEmpty() && view.questions().isEmpty();
        return goesOn ? new Refusal("run.going-on", "the run is going on") : null;
    }

    private @Nullable Refusal unknown(String job) {
        List<String> jobs =
                view.head().jobs().stream()
                        .filter(line -> !line.isBundle())
                        .map(JobLine::name)
                        .toList();
        return jobs.contains(job)
                ? null
                : new Refusal(
                        "run.no-such-job",
                        "the change has no job %s to go on with or skip; it has %s"
                                .formatted(job, String.join(", ", jobs)));
    }

    private @Nullable Refusal undo() {
        if (!rests) {
            return new Refusal("run.going-on", "the run is going on; halt it first");
        }
        if (view.isUndoing()) {
            return new Refusal(
                    "run.undoing",
                    view.status() == Status.OK
                            ? "the run has been undone already"
                            : "the run is being undone; resume it to go on with that");
        }
        boolean nothing = view.count(Cell::mayHaveChanged) == 0;
        return nothing ? new Refusal("run.nothing-changed", "the run has changed nothing") : null;
    }

    private @Nullable Refusal release() {
        if (!rests) {
            return new Refusal("run.going-on", "the run is going on; halt it first");
        }
        return view.holdsAnyLock() ? null : new Refusal("run.no-lock", "the run holds no lock");
    }

    private @Nullable Refusal answer(RunRequest request) {
        if (request instanceof RunRequest.Skip skip) {
            Refusal unknown = unknown(skip.job());
            return unknown != null
                    ? unknown
                    : any(
                            skip.job(),
                            skip.at(),
                            cell -> !cell.isDone() && !cell.isRunning(),
                            "there is nothing of %s that can be skipped, unless it is stopped");
        }
        if (request instanceof RunRequest.Confirm confirm) {
            return any(
                    confirm.job(),
                    confirm.at(),
                    cell -> cell.asks() && cell.doubt() == Cell.Doubt.NONE,
                    "nobody is asked to confirm %s");
        }
        if (request instanceof RunRequest.Settle settle) {
            return any(
                    settle.job(),
                    settle.at(),
                    cell -> cell.asks() && cell.doubt() == Cell.Doubt.ASK,
                    "nobody is asked whether %s took effect");
        }
        throw new IllegalArgumentException("unknown request " + request);
    }

    private @Nullable Refusal any(
            String job, Set<Place> at, Predicate<Cell> wanted, String otherwise) {
        boolean any =
                view.lanes().values().stream()
                        .filter(lane -> at.isEmpty() || at.contains(lane.place()))
                        .map(lane -> lane.cells(view.isUndoing()).get(job))
                        .anyMatch(cell -> cell != null && wanted.test(cell));
        String where =
                at.isEmpty()
                        ? ""
                        : at.stream()
                                .map(Place::toString)
                                .collect(Collectors.joining(", ", " on ", ""));
        return any ? null : new Refusal("run.not-asked", otherwise.formatted(job) + where);
    }
}
