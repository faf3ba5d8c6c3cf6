package dev.cadastre.plugin;

import java.time.Duration;
import java.util.Optional;

/** How a run of a plug-in ended. */
public sealed interface Ending {

    /** What the ending says of the state; everything but the exit codes 0 to 3 is UNKNOWN. */
    default PluginState state() {
        return PluginState.UNKNOWN;
    }

    /** Why the state is UNKNOWN without the plug-in having said so, as a sentence. */
    Optional<String> cause();

    /** It exited by itself. */
    record Exited(int code) implements Ending {
        private static final int NOT_EXECUTABLE = 126;
        private static final int NOT_FOUND = 127;

        @Override
        public PluginState state() {
            return PluginState.ofExitCode(code).orElse(PluginState.UNKNOWN);
        }

        @Override
        public Optional<String> cause() {
            return PluginState.ofExitCode(code).isPresent() ? Optional.empty() : Optional.of(why());
        }

        private String why() {
            return switch (code) {
                case NOT_EXECUTABLE -> "Exit code 126: a command in it is not executable";
                case NOT_FOUND -> "Exit code 127: a command in it was not found";
                default -> "Exit code " + code + ", which states no state";
            };
        }
    }

    /** A signal that was not ours ended it. */
    record Signalled(int signal) implements Ending {
        @Override
        public Optional<String> cause() {
            return Optional.of("Ended by " + SignalName.of(signal));
        }
    }

    /** It was ended because it took longer than it may. */
    record TimedOut(Duration limit) implements Ending {
        @Override
        public Optional<String> cause() {
            return Optional.of("Not done within its time limit of " + Durations.print(limit));
        }
    }

    /** It was ended because somebody wanted it to. */
    record Cancelled() implements Ending {
        @Override
        public Optional<String> cause() {
            return Optional.of("Cancelled before it was done");
        }
    }

    /**
     * It never ran.
     *
     * @param detail a sentence with the remedy, if there is one
     */
    record NotStarted(Reason reason, String detail) implements Ending {
        @Override
        public Optional<String> cause() {
            return Optional.of(detail);
        }
    }

    /** It ended, but how is not known. */
    record Lost(String detail) implements Ending {
        @Override
        public Optional<String> cause() {
            return Optional.of(detail);
        }
    }

    /** Why a plug-in could not be started. */
    enum Reason {
        /** There is no such program, or not the interpreter that its first line names. */
        NOT_FOUND,
        /** The file is a folder, or may not be executed. */
        NOT_EXECUTABLE,
        /** The file is neither a program nor a script with {@code #!}. */
        WRONG_FORMAT,
        /** The arguments and the environment are longer than the system allows. */
        ARGUMENTS_TOO_LONG,
        /** The working directory cannot be entered. */
        NO_DIRECTORY,
        /** The other user's rights could not be taken. */
        NO_SUCH_RIGHTS,
        /** The machine is out of processes, memory or descriptors. */
        NO_RESOURCES,
        /** Another failure of the system. */
        OTHER
    }
}
