package dev.cadastre.change.host;

import java.time.Duration;

/**
 * Runs command lines on one machine. Thread-safe: whoever ends a command does so by another one.
 * Whatever happens at the machine or on the way to it is a value.
 */
public interface Shell extends AutoCloseable {

    /** One to a machine that there is no way to. */
    static Shell outOfReach(String reason) {
        return call -> new Lost(reason);
    }

    /** Runs a command line, and returns when it has ended or was let go. */
    Ended execute(Call call);

    /** Whether it can run a command line on a terminal. */
    default boolean offersTerminal() {
        return false;
    }

    /** Gives back what it holds; does not end what runs. */
    @Override
    default void close() {}

    /**
     * What is to be run.
     *
     * @param line for the account's login shell, whichever that is; such as started a session of
     *     its own
     * @param onTerminal whether it needs a terminal, by which standard output and standard error
     *     become one; it is set so that it changes nothing that passes
     * @param limit after which it is let go
     * @param reads how many bytes it reads, all of which are written and ended as it begins; {@link
     *     Call#UNKNOWN} if it is talked with
     * @param dialogue what it reads, and who takes what it prints
     */
    record Call(String line, boolean onTerminal, Duration limit, long reads, Dialogue dialogue) {

        /** Of {@link #reads}. */
        public static final long UNKNOWN = -1;

        /** One that may be talked with. */
        public Call(String line, boolean onTerminal, Duration limit, Dialogue dialogue) {
            this(line, onTerminal, limit, UNKNOWN, dialogue);
        }
    }

    /**
     * Talks with a command while it runs. Each stream is given in order, by one thread at a time.
     */
    interface Dialogue {

        /** It runs; from now on it can be written to, by any thread. Called first, once. */
        void begun(Input input);

        /** What it wrote to standard output. Must not block. */
        void output(byte[] bytes, int offset, int length);

        /** What it wrote to standard error. Must not block. */
        void errors(byte[] bytes, int offset, int length);
    }

    /** What a command reads. Nothing here blocks, throws, or matters once it has ended. */
    interface Input {

        /** Sends this after what was written before. The array must not be changed any more. */
        void write(byte[] bytes);

        /** Nothing more comes. */
        void end();

        /** Waits no longer for the command; what it does there goes on. */
        void letGo();
    }

    /** How a command ended. */
    sealed interface Ended {}

    /** It ended by itself. */
    record Exited(int status) implements Ended {}

    /** A signal ended it, such as {@code KILL}. */
    record Signalled(String signal) implements Ended {}

    /** It was let go, by its {@link Input} or since its limit was over. */
    record LetGo(boolean wasLate) implements Ended {}

    /** It could not be started, or the way to the machine was lost; the reason is a sentence. */
    record Lost(String reason) implements Ended {}
}
