package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import java.util.List;

/** What a run does next. */
public sealed interface Decision {

    /**
     * Begin these.
     *
     * @param steps at least one, none of which waits for another
     */
    record Start(List<Step> steps) implements Decision {
        /** Copies what can be changed. */
        public Start {
            steps = List.copyOf(steps);
        }
    }

    /** Begin nothing until something that is in flight has ended. */
    record Await() implements Decision {}

    /**
     * Begin nothing until a person has answered.
     *
     * @param reason what is asked, in a sentence
     */
    record Ask(String reason) implements Decision {}

    /**
     * Write down that the first hosts are done, and begin nothing until a person has looked.
     *
     * @param stage what the others would follow in
     * @param reason what is asked, in a sentence
     */
    record Pause(String stage, String reason) implements Decision {}

    /**
     * Write down that nothing is left to do.
     *
     * @param status how it ended
     * @param reason why, in a sentence
     */
    record Finish(Status status, String reason) implements Decision {}

    /** It has been written down already that nothing is left to do. */
    record Rest() implements Decision {}
}
