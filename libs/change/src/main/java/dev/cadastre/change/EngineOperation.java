package dev.cadastre.change;

import java.time.Duration;

/** What the run itself does. */
public sealed interface EngineOperation extends Operation {

    /**
     * Takes the lock of each host, which is the bundle's directory.
     *
     * @param bundle its name, by which runs of the same application exclude each other
     */
    record OpenBundle(String bundle) implements EngineOperation {
        @Override
        public String name() {
            return "bundle.open";
        }

        @Override
        public String summary() {
            return bundle;
        }
    }

    /** Removes the bundle's directory, and with it the lock. */
    record CloseBundle() implements EngineOperation {
        @Override
        public String name() {
            return "bundle.close";
        }

        @Override
        public String summary() {
            return "";
        }
    }

    /**
     * Asks a person to do something, and goes on when it is confirmed.
     *
     * @param text what to do
     */
    record Note(String text) implements EngineOperation {
        @Override
        public String name() {
            return "note";
        }

        @Override
        public String summary() {
            return text;
        }
    }

    /**
     * Waits until a monitor of the server is in a state.
     *
     * @param monitor {@code NAME@ASSET}
     * @param state the state in lower case, {@code ok} for one
     * @param within how long
     */
    record WaitForMonitor(String monitor, String state, Duration within)
            implements EngineOperation {
        @Override
        public String name() {
            return "wait.monitor";
        }

        @Override
        public String summary() {
            return monitor + " is " + state;
        }
    }
}
