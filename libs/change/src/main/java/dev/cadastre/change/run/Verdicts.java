package dev.cadastre.change.run;

import dev.cadastre.change.script.ScriptAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What looking again tells of a job that was cut. Nothing is guessed: that all is as wished now
 * does not tell that a test was passed, and that something is missing does not tell of a job that
 * would always be done. Pure.
 */
final class Verdicts {

    /** By this code a look says that it would always be done, so that it tells nothing. */
    static final String ALWAYS = "always";

    /** What is known of what has no script, so that nothing can have been called. */
    static final Told NO_SCRIPT =
            new Told(RunEntry.Verdict.NOT_BEGUN, "there was nothing that could be done");

    private Verdicts() {}

    /** What is now known. */
    sealed interface Known {}

    /** Whether it is called once more, and why, in a sentence. */
    record Told(RunEntry.Verdict verdict, String reason) implements Known {}

    /** The host has kept how it ended. */
    record Kept(Ending ending) implements Known {}

    /**
     * What is known of a job that was cut.
     *
     * @param answer of its look; null if there is none
     * @param trace what the host knows; null for nothing
     * @param attempts how many times it was called; what a host has kept may be of an earlier call
     */
    static Known of(@Nullable ScriptAnswer answer, @Nullable Trace trace, int attempts) {
        if (trace instanceof Trace.Running) {
            return unclear("it is still at work there");
        }
        if (trace instanceof Trace.NeverBegun) {
            return new Told(RunEntry.Verdict.NOT_BEGUN, "it had not begun");
        }
        if (trace instanceof Trace.Answered answered
                && attempts == 1
                && answered.answer().kind() != ScriptAnswer.Kind.BROKEN) {
            return new Kept(Endings.of(answered.answer()));
        }
        return answer == null ? unclear("its look told nothing") : looked(answer);
    }

    private static Known looked(ScriptAnswer answer) {
        return switch (answer.kind()) {
            case UNCHANGED, CHANGED -> again("all is as wished: " + answer.reason());
            case WOULD_CHANGE ->
                    answer.code().equals(ALWAYS)
                            ? unclear("no look can tell")
                            : again("it did not take effect: " + answer.reason());
            // It would be refused again before anything is changed, which tells more.
            case REFUSED -> again("it is refused: " + answer.reason());
            case STALE, FAILED, BROKEN -> unclear("its look says: " + answer.reason());
        };
    }

    private static Told again(String why) {
        return new Told(RunEntry.Verdict.AGAIN, why);
    }

    private static Told unclear(String why) {
        return new Told(
                RunEntry.Verdict.UNCLEAR,
                "it was cut, and nobody knows whether it took effect: %s".formatted(why));
    }
}
