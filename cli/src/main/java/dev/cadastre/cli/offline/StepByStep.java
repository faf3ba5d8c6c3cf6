package dev.cadastre.cli.offline;

import dev.cadastre.change.run.Step;
import dev.cadastre.change.run.StepGate;
import dev.cadastre.cli.run.StepQuestion;
import dev.cadastre.cli.session.Session;

/**
 * Has the person at the terminal agree to each step before it is done; whoever does not agree halts
 * the run. One question at a time. Thread-safe.
 */
final class StepByStep implements StepGate.Agreement {

    private final StepQuestion question;
    private final Runnable halt;
    private boolean isFree;

    /**
     * Asks about a run.
     *
     * @param halt halts it
     */
    StepByStep(Session session, Runnable halt) {
        this.question = new StepQuestion(session);
        this.halt = halt;
    }

    @Override
    public synchronized boolean isGiven(Step step) {
        if (isFree) {
            return true;
        }
        StepQuestion.Answer answer = question.ask(step.toString());
        isFree = answer == StepQuestion.Answer.ALL;
        if (answer == StepQuestion.Answer.HALT) {
            halt.run();
        }
        return answer != StepQuestion.Answer.HALT;
    }
}
