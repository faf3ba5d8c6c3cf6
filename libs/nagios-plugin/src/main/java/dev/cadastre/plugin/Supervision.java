package dev.cadastre.plugin;

import java.lang.foreign.Arena;
import java.time.Duration;

/**
 * Sees one started plug-in to its end: it gets its time, then SIGTERM, then SIGKILL, and all of its
 * group with it. {@link #cancel} may be called by any thread, the rest by one.
 */
final class Supervision {
    /** For output that is on its way when its writers have been killed. */
    private static final long LAST_WORDS_NANOS = 100_000_000;

    private final Duration grace;
    private final Superior superior;

    /** The group that may be signalled; 0 before its start and once its number may be another's. */
    private int group;

    private boolean cancelled;

    Supervision(Duration grace, Superior superior) {
        this.grace = grace;
        this.superior = superior;
    }

    /** Ends the plug-in, or keeps it from being started. */
    synchronized void cancel() {
        cancelled = true;
        insist();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** How a run ended, and whether others than the plug-in had to be ended for that. */
    record End(Ending ending, boolean leftBehind) {}

    /** Returns when nothing of the plug-in's group is left, and its process is reaped. */
    End see(int process, SystemCalls calls, Intake intake, Duration limit) {
        boolean inTime = intake.awaitEnd(limit.toNanos());
        if (!inTime && !endNow(intake)) {
            reapLater(process);
            return new End(new Ending.Lost("Could not be ended, even by SIGKILL"), false);
        }
        boolean leftBehind = !intake.readUntil(intake::silent, grace.toNanos());
        // The process is not reaped yet: until then, no other group can have its number.
        signal(SystemCalls.SIGKILL);
        if (leftBehind && !intake.readUntil(intake::silent, LAST_WORDS_NANOS)) {
            insist();
            PipeHolders.end(calls, intake.held());
            intake.readUntil(intake::silent, LAST_WORDS_NANOS);
        }
        return new End(ending(reap(process, calls), inTime, limit), leftBehind);
    }

    /** Ends what a fault of ours has left running. */
    synchronized void abandon() {
        if (group != 0) {
            insist();
            reapLater(group);
        }
    }

    private boolean endNow(Intake intake) {
        signal(SystemCalls.SIGTERM);
        if (intake.readUntil(intake::ended, grace.toNanos())) {
            return true;
        }
        signal(SystemCalls.SIGKILL);
        return intake.readUntil(intake::ended, grace.toNanos())
                || (insist() && intake.readUntil(intake::ended, grace.toNanos()));
    }

    /** From now on it can be ended. */
    synchronized void started(int process) {
        group = process;
        if (cancelled) {
            insist();
        }
    }

    /** Tells whether more was done than this process can by itself. */
    private synchronized boolean insist() {
        signal(SystemCalls.SIGKILL);
        return group != 0 && superior.end(group);
    }

    private synchronized void signal(int signal) {
        if (group != 0) {
            SystemCalls.signalGroup(group, signal);
        }
    }

    private synchronized int reap(int process, SystemCalls calls) {
        group = 0;
        return calls.await(process);
    }

    /** A process that waits for a device ends when that answers, and is a zombie until reaped. */
    private synchronized void reapLater(int process) {
        group = 0;
        Thread.ofPlatform().daemon().name("plugin-reaper-" + process).start(() -> reap(process));
    }

    private static void reap(int process) {
        try (var arena = Arena.ofConfined()) {
            new SystemCalls(arena).await(process);
        }
    }

    private Ending ending(int status, boolean inTime, Duration limit) {
        if (isCancelled()) {
            return new Ending.Cancelled();
        }
        if (!inTime) {
            return new Ending.TimedOut(limit);
        }
        if (status < 0) {
            return new Ending.Lost("Its exit code was taken by somebody else");
        }
        int signal = status & 0x7F;
        return signal == 0 ? new Ending.Exited(status >> 8 & 0xFF) : new Ending.Signalled(signal);
    }
}
