package dev.cadastre.change.run;

import dev.cadastre.change.script.ScriptAnswer;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One host, as a run has to do with it. Calls come from any thread, one at a time. Whatever happens
 * at the host or on the way to it is a value; an exception is a fault of the implementation, and
 * ends the step as an error.
 *
 * <p>Secrets that it needs it asks {@link RunSecrets} for, which asks people once for all hosts. If
 * a host says that one is wrong, it is asked for {@linkplain RunSecrets#again once more}; if that
 * one is wrong too, or nobody gives one, the answer is {@link Refused}. What the host prints is
 * given on as it is, since the run masks secrets itself.
 */
public interface HostSession extends AutoCloseable {

    /**
     * Connects, or does nothing if there is a connection. Called for all hosts before any lock is
     * taken, so that nobody holds a lock while a host is slow to answer.
     */
    Reaching reach();

    /**
     * Looks with all scripts that are to be looked with, in one trip, and leaves nothing behind.
     */
    Looking look(Bundle bundle);

    /**
     * Takes the lock, sends the scripts and looks, in one trip. If the host has the lock already
     * and it is of the same run, it is opened again: what is in the directory stays as it is, since
     * people may have worked there, and only scripts that are missing are added.
     *
     * @param lock what to write into the lock, so that others know whose it is
     * @param locked called at once when the lock is had, at most once, by any thread; without it
     *     the next host waits until this call returns
     */
    Opening open(Bundle bundle, Lock lock, Runnable locked);

    /**
     * Does what a script of the open bundle is for, if anything is missing.
     *
     * @param script with what it reads
     * @param basis what it must still rest on to be done; empty for whatever is there
     * @param output gets what commands print, in pieces, by any thread, until this call returns
     * @param stop tells when it is to be ended before that
     */
    Running run(BundledScript script, String basis, Consumer<String> output, StopSignal stop);

    /**
     * Removes the bundle's directory if its lock is of that run. Needs no bundle to be open.
     *
     * @param bundle its name
     * @param run the run's name
     */
    Releasing release(String bundle, String run);

    /** Gives the connection back; the bundle stays. */
    @Override
    void close();

    /** How connecting ended. */
    sealed interface Reaching permits Reached, OutOfReach {}

    /** How looking ended. */
    sealed interface Looking permits Looked, Refused, OutOfReach {}

    /** How opening ended. */
    sealed interface Opening permits Opened, Blocked, Refused, OutOfReach {}

    /** How a script ended. */
    sealed interface Running permits Answered, TimedOut, Stopped, Refused, OutOfReach {}

    /** How releasing ended. */
    sealed interface Releasing permits Released, OutOfReach {}

    /** There is a connection. */
    record Reached() implements Reaching {}

    /**
     * What the looks said.
     *
     * @param answers by the scripts' numbers
     */
    record Looked(Map<Integer, ScriptAnswer> answers) implements Looking {
        /** Copies what can be changed. */
        public Looked {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * The lock is this run's, and the looks said this.
     *
     * @param answers of looks, by the scripts' numbers
     * @param traces of scripts that were called before, by their numbers, as far as the host knows
     */
    record Opened(Map<Integer, ScriptAnswer> answers, Map<Integer, Trace> traces)
            implements Opening {
        /** Copies what can be changed. */
        public Opened {
            answers = Map.copyOf(answers);
            traces = Map.copyOf(traces);
        }
    }

    /**
     * Somebody else has the lock.
     *
     * @param lock what it says; null if that cannot be read
     * @param directory what a person moves away to break it
     */
    record Blocked(@Nullable Lock lock, String directory) implements Opening {}

    /** The script said something, if only that it cannot. */
    record Answered(ScriptAnswer answer) implements Running {}

    /** It was ended since it took too long; it is not at work there any more. */
    record TimedOut() implements Running {}

    /** It was ended since the run was stopped; it is not at work there any more. */
    record Stopped() implements Running {}

    /** The directory is gone, or is not that run's. */
    record Released(boolean wasHeld) implements Releasing {}

    /** The host is there and will not have it; nothing was changed. */
    record Refused(String code, String reason) implements Looking, Opening, Running {}

    /** The host is not there, or was lost meanwhile. */
    record OutOfReach(String reason) implements Reaching, Looking, Opening, Running, Releasing {}
}
