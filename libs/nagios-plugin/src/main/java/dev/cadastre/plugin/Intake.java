package dev.cadastre.plugin;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads both pipes of a plug-in, and sees when it has ended. For one thread. */
final class Intake implements AutoCloseable {
    private static final int OUTPUT = 0;
    private static final int ERRORS = 1;
    private static final int PROCESS = 2;
    private static final int WATCHED = 3;
    private static final int CHUNK = 16 * 1024;
    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final long QUIET_NANOS = 100 * NANOS_OF_MILLI;
    private static final int QUIET_PART = 4;

    private final SystemCalls calls;
    private final PollSet watched;
    private final MemorySegment chunk;
    private final BoundedOutput output;
    private final BoundedOutput errors;
    private boolean ended;

    /** Closes the descriptors in the end. */
    Intake(Arena arena, SystemCalls calls, int output, int errors, int process, int limit) {
        this.calls = calls;
        this.watched = new PollSet(arena, calls, WATCHED);
        this.chunk = arena.allocate(CHUNK);
        this.output = new BoundedOutput(limit);
        this.errors = new BoundedOutput(limit);
        watched.watch(OUTPUT, output, PollSet.READABLE);
        watched.watch(ERRORS, errors, PollSet.READABLE);
        watched.watch(PROCESS, process, PollSet.READABLE);
    }

    Captured output() {
        return output.captured();
    }

    Captured errors() {
        return errors.captured();
    }

    /** Whether the process that was started has ended, whatever it may have started itself. */
    boolean ended() {
        return ended;
    }

    /** Whether nobody can write into the pipes any more. */
    boolean silent() {
        return !watched.watches(OUTPUT) && !watched.watches(ERRORS);
    }

    /**
     * Waits for the end of the process, at most for some time; tells whether it has come. Most are
     * soon done, and what they print fits into the pipes: being woken for each line would cost more
     * than reading it.
     */
    boolean awaitEnd(long nanos) {
        long quiet = Math.min(nanos / QUIET_PART, QUIET_NANOS);
        if (watched.await(PROCESS, millis(quiet)) > 0) {
            end();
        }
        return readUntil(this::ended, nanos - quiet);
    }

    /** It would answer at once from now on. */
    private void end() {
        ended = true;
        watched.close(PROCESS);
    }

    private static int millis(long nanos) {
        return (int) Math.min(nanos / NANOS_OF_MILLI + 1, Integer.MAX_VALUE);
    }

    /** Reads until something is so, at most for some time; tells whether it is. */
    boolean readUntil(BooleanSupplier reached, long nanos) {
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while (!reached.getAsBoolean() && left > 0) {
            readOnce(left);
            left = deadline - System.nanoTime();
        }
        return reached.getAsBoolean();
    }

    private void readOnce(long nanos) {
        int ready = watched.await(millis(nanos));
        if (ready > 0) {
            read(OUTPUT, output);
            read(ERRORS, errors);
            if (watched.ready(PROCESS)) {
                end();
            }
        } else if (ready < 0 && ready != -Errno.EINTR) {
            throw new IllegalStateException("poll failed with error " + -ready);
        }
    }

    private void read(int index, BoundedOutput into) {
        if (!watched.ready(index)) {
            return;
        }
        long count = calls.read(watched.descriptor(index), chunk);
        if (count > 0) {
            into.add(chunk, count);
            if (count < CHUNK && watched.hungUp(index)) {
                watched.close(index);
            }
        } else if (count != -Errno.EINTR && count != -Errno.EAGAIN) {
            watched.close(index);
        }
    }

    /** Our ends of the pipes that somebody may still write into. */
    List<Integer> held() {
        return Stream.of(watched.descriptor(OUTPUT), watched.descriptor(ERRORS))
                .filter(descriptor -> descriptor >= 0)
                .toList();
    }

    @Override
    public void close() {
        watched.closeAll();
    }
}
