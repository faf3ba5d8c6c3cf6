package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads both pipes of a plug-in, and sees when it has ended. For one thread. */
final class Intake implements AutoCloseable {
    private static final long ENTRY = 8;
    private static final long EVENTS = 4;
    private static final long ANSWERS = 6;
    private static final short POLLIN = 1;
    private static final int OUTPUT = 0;
    private static final int ERRORS = 1;
    private static final int PROCESS = 2;
    private static final int WATCHED = 3;
    private static final int CHUNK = 16 * 1024;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final SystemCalls calls;
    private final MemorySegment watched;
    private final MemorySegment chunk;
    private final BoundedOutput output;
    private final BoundedOutput errors;
    private boolean ended;

    /** Closes the descriptors in the end. */
    Intake(Arena arena, SystemCalls calls, int output, int errors, int process, int limit) {
        this.calls = calls;
        this.watched = arena.allocate(WATCHED * ENTRY, ENTRY);
        this.chunk = arena.allocate(CHUNK);
        this.output = new BoundedOutput(limit);
        this.errors = new BoundedOutput(limit);
        watch(OUTPUT, output);
        watch(ERRORS, errors);
        watch(PROCESS, process);
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
        return descriptor(OUTPUT) < 0 && descriptor(ERRORS) < 0;
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
        long millis = nanos / NANOS_OF_MILLI + 1;
        int ready = calls.poll(watched, WATCHED, (int) Math.min(millis, Integer.MAX_VALUE));
        if (ready > 0) {
            read(OUTPUT, output);
            read(ERRORS, errors);
            if (answers(PROCESS) != 0) {
                ended = true;
                // It would answer at once from now on.
                stop(PROCESS);
            }
        } else if (ready < 0 && ready != -Errno.EINTR) {
            throw new IllegalStateException("poll failed with error " + -ready);
        }
    }

    private void read(int index, BoundedOutput into) {
        if (answers(index) == 0) {
            return;
        }
        long count = calls.read(descriptor(index), chunk);
        if (count > 0) {
            into.add(chunk, count);
        } else if (count != -Errno.EINTR && count != -Errno.EAGAIN) {
            stop(index);
        }
    }

    private void watch(int index, int descriptor) {
        watched.set(JAVA_INT, index * ENTRY, descriptor);
        watched.set(JAVA_SHORT, index * ENTRY + EVENTS, POLLIN);
    }

    private int descriptor(int index) {
        return watched.get(JAVA_INT, index * ENTRY);
    }

    private short answers(int index) {
        return descriptor(index) < 0 ? 0 : watched.get(JAVA_SHORT, index * ENTRY + ANSWERS);
    }

    private void stop(int index) {
        if (descriptor(index) >= 0) {
            SystemCalls.close(descriptor(index));
            watched.set(JAVA_INT, index * ENTRY, -1);
        }
    }

    /** Our ends of the pipes that somebody may still write into. */
    List<Integer> held() {
        return Stream.of(descriptor(OUTPUT), descriptor(ERRORS))
                .filter(descriptor -> descriptor >= 0)
                .toList();
    }

    @Override
    public void close() {
        stop(OUTPUT);
        stop(ERRORS);
        stop(PROCESS);
    }
}
