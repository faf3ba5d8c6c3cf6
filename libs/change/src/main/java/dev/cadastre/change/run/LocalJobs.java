package dev.cadastre.change.run;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The machine of whoever runs the change: its scripts and programs. Never a server's. Calls come
 * from any thread, one at a time; exceptions are faults, as with {@link HostSession}.
 */
public interface LocalJobs {

    /** Looks with all of them and changes nothing. */
    HostSession.Looking look(List<Task> tasks);

    /** What is known of those that were called before, by their numbers; nothing if it is not. */
    default Map<Integer, Trace> traces(List<Task> tasks) {
        return Map.of();
    }

    /**
     * Does what a task is for, if anything is missing.
     *
     * @param basis what it must still rest on to be done; empty for whatever is there
     * @param output gets what it prints, in pieces, by any thread, until this call returns
     * @param stop tells when it is to be ended before that
     */
    HostSession.Running run(Task task, String basis, Consumer<String> output, StopSignal stop);
}
