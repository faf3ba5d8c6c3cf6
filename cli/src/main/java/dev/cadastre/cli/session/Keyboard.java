package dev.cadastre.cli.session;

import org.jspecify.annotations.Nullable;

/** What the person at the terminal does besides typing lines. */
public interface Keyboard {

    /** Nobody sits there. */
    Keyboard NONE =
            new Keyboard() {
                @Override
                public @Nullable String secret(String prompt) {
                    return null;
                }

                @Override
                public Listening onInterrupt(Runnable action) {
                    return () -> {};
                }
            };

    /** Asks for a line that is not shown while it is typed; null if nobody can be asked. */
    @Nullable String secret(String prompt);

    /**
     * Has Ctrl-C do this, each time, in place of ending the program.
     *
     * @return ends that when it is closed
     */
    Listening onInterrupt(Runnable action);

    /** Goes on until it is closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
