package dev.cadastre.server.alerting.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending. */
public sealed interface Outcome {

    /** What happened, as a sentence without secrets. */
    String said();

    /** The other side took it. */
    record Delivered(String said) implements Outcome {}

    /**
     * It may work another time.
     *
     * @param after how long the other side asks to be left alone; null if it asks for nothing
     */
    record Later(String said, @Nullable Duration after) implements Outcome {

        /** With nothing asked. */
        static Later because(String said) {
            return new Later(said, null);
        }
    }

    /**
     * It will not work, however often it is tried.
     *
     * @param gone whether the other side says that nothing is ever to be sent there again
     */
    record Never(String said, boolean gone) implements Outcome {}
}
