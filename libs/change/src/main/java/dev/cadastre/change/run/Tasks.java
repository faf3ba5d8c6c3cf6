package dev.cadastre.change.run;

import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.plan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is done in the steps of a run. Jobs have the numbers from 1 in their order; their undoing,
 * restarts, and restarts for what was undone have numbers after these.
 */
final class Tasks {

    private final Change change;
    private final RunHead head;
    private final Daemons daemons;
    private final RunSecrets secrets;

    Tasks(Change change, RunHead head, Daemons daemons, RunSecrets secrets) {
        this.change = change;
        this.head = head;
        this.daemons = daemons;
        this.secrets = secrets;
    }

    /** What is done in a step that does, or undoes, a job or restarts a daemon. */
    Task of(Step step, RunView view) {
        return switch (step.kind()) {
            case JOB -> job(step);
            case UNDO -> undo(step, view);
            case RESTART -> daemon(step, daemons.restart(step.subject()), view.isUndoing());
            case RELOAD -> daemon(step, daemons.reload(step.subject()), view.isUndoing());
            case REACH, OPEN, RELEASE -> throw new IllegalArgumentException("no task: " + step);
        };
    }

    private Task job(Step step) {
        int index = index(step.subject());
        Job job = change.jobs().get(index);
        return new Task(index + 1, job.name(), job.operation(), null, job.as(), job.limit());
    }

    private Task undo(Step step, RunView view) {
        int index = index(step.subject());
        int number = change.jobs().size() + index + 1;
        Job job = change.jobs().get(index);
        Operation undo = job.undo();
        String name = "undo " + job.name();
        if (undo != null) {
            return new Task(number, name, undo, null, job.as(), job.limit());
        }
        Cell cell = view.cell(job.name(), step.place());
        Map<String, String> before = cell == null ? Map.of() : secrets.opened(cell.before());
        return new Task(number, name, job.operation(), before, job.as(), job.limit());
    }

    /** Done as the account of the first job that asks for it. */
    private Task daemon(Step step, ScriptOperation asked, boolean undoing) {
        ScriptOperation operation = undoing ? new RestartAfterUndoing(asked) : asked;
        RunHead.Daemon daemon = new RunHead.Daemon(step.kind(), step.subject());
        int before = 2 * change.jobs().size() + (undoing ? head.daemons().size() : 0);
        int number = before + head.daemons().indexOf(daemon) + 1;
        Job first =
                change.jobs().stream()
                        .filter(job -> daemon.isWantedBy(JobLine.of(job)))
                        .findFirst()
                        .orElseThrow();
        return new Task(number, operation.name(), operation, null, first.as(), Job.USUAL_LIMIT);
    }

    private int index(String job) {
        for (int i = 0; i < change.jobs().size(); i++) {
            if (change.jobs().get(i).name().equals(job)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no job " + job);
    }

    /** The steps whose look belongs to opening a place: jobs, or the undoing that is left. */
    List<Step> lookedAt(RunView view, Place place) {
        List<Step> steps = new ArrayList<>();
        Lane lane = view.lane(place);
        for (JobLine job : head.jobs()) {
            boolean isHere = lane.jobs().containsKey(job.name());
            boolean isOurs =
                    job.kind() == JobLine.Kind.SCRIPT || job.kind() == JobLine.Kind.PROGRAM;
            if (isHere && !view.isUndoing() && isOurs) {
                steps.add(new Step(Step.Kind.JOB, job.name(), place));
            } else if (isHere && view.isUndoing() && view.isToBeUndone(lane, job.name())) {
                steps.add(new Step(Step.Kind.UNDO, job.name(), place));
            }
        }
        return steps;
    }

    /** The restarts that may come to be due at a host. */
    List<Step> restarts(Place place) {
        return head.daemons().stream().map(daemon -> daemon.at(place)).toList();
    }
}
