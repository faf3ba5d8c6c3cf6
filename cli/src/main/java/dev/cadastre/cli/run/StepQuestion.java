package dev.cadastre.cli.run;

import dev.cadastre.cli.session.Session;
import java.util.Locale;

/** Asks the person at the terminal whether a step may be done. */
public final class StepQuestion {

    private final Session session;

    /** Asks at that session's terminal. */
    public StepQuestion(Session session) {
        this.session = session;
    }

    /** What they say. */
    public enum Answer {
        /** It may. */
        STEP,
        /** It may, and all that follows. */
        ALL,
        /** It may not, and nothing after it. */
        HALT
    }

    /** Asks about one step. */
    public Answer ask(String step) {
        session.surroundings()
                .err()
                .print("Next: %s. Do it? [y]es, [a]ll from here, or halt [y/a/N] ".formatted(step));
        session.surroundings().err().flush();
        return switch (session.line().strip().toLowerCase(Locale.ROOT)) {
            case "y" -> Answer.STEP;
            case "a" -> Answer.ALL;
            default -> Answer.HALT;
        };
    }
}
