package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Starts programs by posix_spawn, each as the leader of a group of its own, with all signals as
 * after a reboot, and with no descriptors but its three. Thread-safe.
 */
final class Spawner {
    /** What glibc says on x86_64 and aarch64. */
    private static final long ATTRIBUTES_SIZE = 336;

    private static final long ACTIONS_SIZE = 80;
    private static final long SIGNAL_SET_SIZE = 128;
    private static final long ALIGNMENT = 8;

    private static final short SET_GROUP = 0x02;
    private static final short SET_SIGNAL_DEFAULTS = 0x04;
    private static final short SET_SIGNAL_MASK = 0x08;
    private static final short SET_SESSION = 0x80;

    /** For a program that reads nothing. */
    static final int NO_INPUT = -1;

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment attributes = arena.allocate(ATTRIBUTES_SIZE, ALIGNMENT);
    private final MemorySegment nothing = arena.allocateFrom("/dev/null");

    /** What a program that is started leads. */
    enum Leads {
        /** A session, and a group in it. */
        SESSION(SET_SESSION),
        /** A group in the session of this process. */
        GROUP(SET_GROUP);

        private final short flag;

        Leads(short flag) {
            this.flag = flag;
        }
    }

    /** What a program has as standard input, or none, standard output and standard error. */
    record Streams(int input, int output, int errors) {}

    Spawner(Leads leads) {
        MemorySegment none = arena.allocate(SIGNAL_SET_SIZE, ALIGNMENT);
        MemorySegment all = arena.allocate(SIGNAL_SET_SIZE, ALIGNMENT);
        short flags = (short) (SET_SIGNAL_DEFAULTS | SET_SIGNAL_MASK | leads.flag);
        try {
            succeed((int) Native.SIGEMPTYSET.invokeExact(none));
            succeed((int) Native.SIGFILLSET.invokeExact(all));
            succeed((int) Native.ATTRIBUTES_INIT.invokeExact(attributes));
            succeed((int) Native.ATTRIBUTES_FLAGS.invokeExact(attributes, flags));
            succeed((int) Native.ATTRIBUTES_MASK.invokeExact(attributes, none));
            succeed((int) Native.ATTRIBUTES_DEFAULTS.invokeExact(attributes, all));
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    /** The new process, or the error number below zero. */
    int spawn(List<String> arguments, List<String> environment, String directory, Streams streams) {
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment actions = scratch.allocate(ACTIONS_SIZE, ALIGNMENT);
            succeed((int) Native.ACTIONS_INIT.invokeExact(actions));
            try {
                plan(actions, scratch.allocateFrom(directory), streams);
                return spawn(scratch, actions, arguments, environment);
            } finally {
                succeed((int) Native.ACTIONS_DESTROY.invokeExact(actions));
            }
        } catch (OutOfResources e) {
            return -e.errno;
        } catch (Throwable e) {
            throw SystemCalls.unexpected(e);
        }
    }

    private int spawn(
            Arena scratch, MemorySegment actions, List<String> arguments, List<String> environment)
            throws Throwable {
        MemorySegment process = scratch.allocate(JAVA_INT);
        MemorySegment vector = pointers(scratch, arguments);
        MemorySegment variables = pointers(scratch, environment);
        MemorySegment program = scratch.allocateFrom(arguments.getFirst());
        int failure =
                (int)
                        Native.POSIX_SPAWN.invokeExact(
                                process, program, actions, attributes, vector, variables);
        return failure == 0 ? process.get(JAVA_INT, 0) : -failure;
    }

    /** The JVM does not open everything with O_CLOEXEC; sockets, for one, it does not. */
    private void plan(MemorySegment actions, MemorySegment directory, Streams streams)
            throws Throwable {
        succeed((int) Native.ACTIONS_DUP2.invokeExact(actions, streams.output(), 1));
        succeed((int) Native.ACTIONS_DUP2.invokeExact(actions, streams.errors(), 2));
        if (streams.input() == NO_INPUT) {
            succeed((int) Native.ACTIONS_OPEN.invokeExact(actions, 0, nothing, 0, 0));
        } else {
            succeed((int) Native.ACTIONS_DUP2.invokeExact(actions, streams.input(), 0));
        }
        succeed((int) Native.ACTIONS_CLOSE_FROM.invokeExact(actions, 3));
        succeed((int) Native.ACTIONS_CHDIR.invokeExact(actions, directory));
    }

    private static MemorySegment pointers(Arena scratch, List<String> texts) {
        MemorySegment pointers = scratch.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, scratch.allocateFrom(texts.get(i)));
        }
        return pointers;
    }

    /** All that these functions fail for, given what they are given here, is a lack of memory. */
    private static void succeed(int failure) {
        if (failure != 0) {
            throw new OutOfResources(failure);
        }
    }

    private static final class OutOfResources extends RuntimeException {
        private final int errno;

        OutOfResources(int errno) {
            super("error " + errno);
            this.errno = errno;
        }
    }
}
