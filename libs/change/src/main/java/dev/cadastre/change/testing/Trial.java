package dev.cadastre.change.testing;

import dev.cadastre.change.testing.TrialStep.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a change.
 *
 * @param steps for each job
 * @param restarts daemons that a run would restart now
 * @param reloads daemons that a run would let read their configuration again now
 */
public record Trial(List<TrialStep> steps, List<String> restarts, List<String> reloads) {

    /** Copies what can be changed. */
    public Trial {
        steps = List.copyOf(steps);
        restarts = List.copyOf(restarts);
        reloads = List.copyOf(reloads);
    }

    /**
     * What came of a job.
     *
     * @throws IllegalArgumentException if the change has none of that name
     */
    public TrialStep step(String job) {
        return steps.stream()
                .filter(step -> step.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no job is called " + job));
    }

    /** What was changed, or would be, a line each, in the order of the jobs. */
    public List<String> wishes() {
        return steps.stream().flatMap(step -> step.wishes().stream()).toList();
    }

    /** Differences of files, in the order of the jobs. */
    public List<String> differences() {
        return steps.stream().flatMap(step -> step.differences().stream()).toList();
    }

    /** Whether nothing was changed, nothing had to be, and nothing failed. */
    public boolean isUnchanged() {
        return steps.stream()
                .allMatch(step ->
                        step.outcome() == Outcome.UNCHANGED
                                || step.outcome() == Outcome.NOT_TRIED
                                || step.outcome() == Outcome.NOTED);
    }

    /**
     * The same, if nothing failed.
     *
     * @throws AssertionError if something did, with all that did
     */
    public Trial good() {
        String failed =
                steps.stream()
                        .filter(step -> step.outcome() == Outcome.FAILED)
                        .map(step -> step.job() + ": " + step.reason() + "\n" + step.output())
                        .collect(Collectors.joining("\n"));
        if (!failed.isEmpty()) {
            throw new AssertionError(failed);
        }
        return this;
    }
}
