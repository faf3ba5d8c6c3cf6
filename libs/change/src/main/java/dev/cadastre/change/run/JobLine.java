package dev.cadastre.change.run;

import dev.cadastre.change.At;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramOperation;
import java.util.List;
import java.util.Set;

/**
 * What a run's journal says of a job, so that it can be read without the change.
 *
 * @param name unique in its change
 * @param at where it is done
 * @param kind who does it
 * @param operation its operation's name
 * @param summary its operation's wish in a few words
 * @param restarts daemons that are restarted if it changed something
 * @param reloads daemons that read their configuration again if it changed something
 * @param undoNote what a person is asked for to undo it; empty if that is not a person's
 */
public record JobLine(
        String name,
        At at,
        Kind kind,
        String operation,
        String summary,
        List<String> restarts,
        List<String> reloads,
        String undoNote) {

    /** Operations that change nothing, and wait for something or test it. */
    private static final Set<String> TRIALS = Set.of("test.run", "wait.for", "wait.monitor");

    /** Who does a job. */
    public enum Kind {
        /** A script. */
        SCRIPT,
        /** A program, on the machine of whoever runs the change. */
        PROGRAM,
        /** Nobody: opening the bundle is what comes first at any host. */
        OPEN,
        /** Nobody: closing the bundle is what comes last at any host. */
        CLOSE,
        /** A person. */
        NOTE,
        /** The run, by asking for a monitor's state. */
        WAIT
    }

    /** Copies what can be changed. */
    public JobLine {
        restarts = List.copyOf(restarts);
        reloads = List.copyOf(reloads);
    }

    /** The line of a job. */
    public static JobLine of(Job job) {
        return new JobLine(
                job.name(),
                job.at(),
                kind(job.operation()),
                job.operation().name(),
                job.operation().summary(),
                job.restarts(),
                job.reloads(),
                job.undo() instanceof EngineOperation.Note note ? note.text() : "");
    }

    /** Who does an operation. */
    static Kind kind(Operation operation) {
        if (operation instanceof EngineOperation.OpenBundle) {
            return Kind.OPEN;
        }
        if (operation instanceof EngineOperation.CloseBundle) {
            return Kind.CLOSE;
        }
        if (operation instanceof EngineOperation.Note) {
            return Kind.NOTE;
        }
        if (operation instanceof EngineOperation.WaitForMonitor) {
            return Kind.WAIT;
        }
        return operation instanceof ProgramOperation ? Kind.PROGRAM : Kind.SCRIPT;
    }

    /** What a person is asked for to do, or undo, it; empty if that is not a person's. */
    String note(boolean undoing) {
        return undoing ? undoNote : kind == Kind.NOTE ? summary : "";
    }

    /** Whether it finds out how things are, for which daemons must run with what was changed. */
    boolean isTrial() {
        return TRIALS.contains(operation);
    }

    /** Whether it is about the bundle, which each host has once. */
    boolean isBundle() {
        return kind == Kind.OPEN || kind == Kind.CLOSE;
    }

    /** Whether it is done on hosts. */
    boolean isRemote() {
        return at != At.LOCAL;
    }

    /** Whether it is done on the machine of whoever runs the change. */
    boolean isLocal() {
        return at != At.REMOTE && !isBundle();
    }
}
