package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * System calls that answer as the kernel does: a failure is the error number below zero. For one
 * thread, as long as its arena is open.
 */
final class SystemCalls {
    static final int SIGKILL = 9;
    static final int SIGTERM = 15;

    private static final int O_CLOEXEC = 0x80000;
    private static final int O_NONBLOCK = 0x800;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 1 | O_CLOEXEC;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SHUT_WR = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int TIME_SIZE = 16;
    private static final long MILLIS_OF_SECOND = 1_000;
    private static final long MICROS_OF_MILLI = 1_000;
    private static final long PIDFD_SEND_SIGNAL = 424;
    private static final long PIDFD_OPEN = 434;

    private final MemorySegment state;
    private final MemorySegment pair;

    SystemCalls(Arena arena) {
        this.state = arena.allocate(Native.CALL_STATE);
        this.pair = arena.allocate(JAVA_INT, 2);
    }

    /** The two ends of a pipe, which programs that are started elsewhere do not inherit. */
    record Pipe(int reading, int writing) {}

    /** A new pipe, or the error number below zero in both ends. */
    Pipe pipe() {
        return pipe(O_CLOEXEC);
    }

    /** The same, but that takes no more than it holds, and gives no more than it has. */
    Pipe hastyPipe() {
        return pipe(O_CLOEXEC | O_NONBLOCK);
    }

    private Pipe pipe(int flags) {
        int failure = errorOr(pipe2(flags));
        return failure < 0
                ? new Pipe(failure, failure)
                : new Pipe(pair.getAtIndex(JAVA_INT, 0), pair.getAtIndex(JAVA_INT, 1));
    }

    private int pipe2(int flags) {
        try {
            return (int) Native.PIPE2_E.invokeExact(state, pair, flags);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The two ends of a connection, which programs that are started elsewhere do not inherit. */
    record Connection(int near, int far) {}

    /** A new connection, or the error number below zero in both ends. */
    Connection connection() {
        int failure = errorOr(socketPair());
        return failure < 0
                ? new Connection(failure, failure)
                : new Connection(pair.getAtIndex(JAVA_INT, 0), pair.getAtIndex(JAVA_INT, 1));
    }

    private int socketPair() {
        try {
            return (int)
                    Native.SOCKETPAIR_E.invokeExact(state, AF_UNIX, SOCK_STREAM_CLOEXEC, 0, pair);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Sends what there is room for; without any, the error number {@code EAGAIN}. */
    long send(int socket, MemorySegment bytes) {
        try {
            return errorOr(
                    (long)
                            Native.SEND_E.invokeExact(
                                    state,
                                    socket,
                                    bytes,
                                    bytes.byteSize(),
                                    MSG_DONTWAIT | MSG_NOSIGNAL));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** From now on, a read that has nothing for so long fails with {@code EAGAIN}. */
    void limitReads(int socket, long millis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(TIME_SIZE, JAVA_LONG.byteAlignment());
            time.setAtIndex(JAVA_LONG, 0, millis / MILLIS_OF_SECOND);
            time.setAtIndex(JAVA_LONG, 1, millis % MILLIS_OF_SECOND * MICROS_OF_MILLI);
            int ignored =
                    (int)
                            Native.SETSOCKOPT_E.invokeExact(
                                    state, socket, SOL_SOCKET, SO_RCVTIMEO, time, TIME_SIZE);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The other end of the connection reads to its end; from there, what is sent still arrives. */
    static void endSending(int socket) {
        try {
            int ignored = (int) Native.SHUTDOWN.invokeExact(socket, SHUT_WR);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long read(int descriptor, MemorySegment into) {
        try {
            return errorOr(
                    (long) Native.READ_E.invokeExact(state, descriptor, into, into.byteSize()));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int poll(MemorySegment descriptors, long count, int millis) {
        try {
            return errorOr((int) Native.POLL_E.invokeExact(state, descriptors, count, millis));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Waits until that process has ended; its status, or an error number. */
    int await(int process) {
        try {
            int answer;
            do {
                answer = errorOr((int) Native.WAITPID_E.invokeExact(state, process, pair, 0));
            } while (answer == -Errno.EINTR);
            return answer < 0 ? answer : pair.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** A descriptor that can be read from once the process has ended. */
    int processDescriptor(int process) {
        return (int) syscall(PIDFD_OPEN, process, 0);
    }

    /** Signals the process of a descriptor, which no other can have become. */
    int signalDescriptor(int processDescriptor, int signal) {
        return (int) syscall(PIDFD_SEND_SIGNAL, processDescriptor, signal);
    }

    private long syscall(long number, long first, long second) {
        try {
            return errorOr(
                    (long) Native.SYSCALL_E.invokeExact(state, number, first, second, 0L, 0L));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void close(int descriptor) {
        try {
            int ignored = (int) Native.CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Signals all processes of the group. */
    static void signalGroup(int group, int signal) {
        signalProcess(-group, signal);
    }

    /** Signals a process, which has to be a child of this one that is not reaped yet. */
    static void signalProcess(int process, int signal) {
        try {
            int ignored = (int) Native.KILL.invokeExact(process, signal);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int effectiveUser() {
        try {
            return (int) Native.GETEUID.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private int errorOr(int answer) {
        return answer < 0 ? -(int) Native.ERROR_NUMBER.get(state, 0L) : answer;
    }

    private long errorOr(long answer) {
        return answer < 0 ? -(int) Native.ERROR_NUMBER.get(state, 0L) : answer;
    }

    /** Handles throw only what their caller did wrong. */
    static AssertionError unexpected(Throwable thrown) {
        return new AssertionError(thrown);
    }
}
