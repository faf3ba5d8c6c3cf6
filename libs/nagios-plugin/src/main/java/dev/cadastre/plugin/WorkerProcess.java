package dev.cadastre.plugin;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The process of a worker, which leads a session in which all is that it starts. One thread reads
 * from it and closes it; any may end it.
 */
final class WorkerProcess {
    private static final int CHUNK = FrameCutter.USUAL;
    private static final int KEPT_ERRORS = 8 * 1024;
    private static final int QUOTED = 500;

    /** A process that was killed ends at once, unless it waits for a device. */
    private static final int LAST_MILLIS = 10_000;

    private final Arena arena = Arena.ofAuto();
    private final SystemCalls calls = new SystemCalls(arena);
    private final MemorySegment chunk = arena.allocate(CHUNK);
    private final PollSet process = new PollSet(arena, calls, 1);
    private final int number;
    private final int socket;
    private final int errors;
    private boolean reaped;

    private WorkerProcess(int number, int descriptor, int socket, int errors) {
        this.number = number;
        this.socket = socket;
        this.errors = errors;
        process.watch(0, descriptor, PollSet.READABLE);
    }

    /** Starts it, connected by its standard input. */
    static WorkerProcess start(List<String> command, List<String> environment) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls calls = new SystemCalls(arena);
            SystemCalls.Connection connection = calls.connection();
            require("a connection", connection.near());
            // What it complains of is read in the end, and it is not to wait for that.
            SystemCalls.Pipe errors = calls.hastyPipe();
            if (errors.reading() < 0) {
                SystemCalls.close(connection.near());
                SystemCalls.close(connection.far());
            }
            require("a pipe", errors.reading());
            int process =
                    new Spawner(Spawner.Leads.SESSION)
                            .spawn(
                                    command,
                                    environment,
                                    "/",
                                    new Spawner.Streams(
                                            connection.far(), errors.writing(), errors.writing()));
            SystemCalls.close(connection.far());
            SystemCalls.close(errors.writing());
            int descriptor = process < 0 ? process : calls.processDescriptor(process);
            if (descriptor < 0) {
                abandon(calls, process, connection.near(), errors.reading());
                throw new IOException(
                        "%s failed to start with error %d"
                                .formatted(command.getFirst(), -descriptor));
            }
            return new WorkerProcess(process, descriptor, connection.near(), errors.reading());
        }
    }

    private static void require(String what, int descriptor) throws IOException {
        if (descriptor < 0) {
            throw new IOException("%s failed with error %d".formatted(what, -descriptor));
        }
    }

    private static void abandon(SystemCalls calls, int process, int socket, int errorsEnd) {
        SystemCalls.close(socket);
        SystemCalls.close(errorsEnd);
        if (process > 0) {
            SystemCalls.signalProcess(process, SystemCalls.SIGKILL);
            calls.await(process);
        }
    }

    int socket() {
        return socket;
    }

    /** Those that it started, and that they started. */
    SessionMembers started() {
        return new SessionMembers(number);
    }

    /** What came of waiting for a word. */
    enum Heard {
        /** Frames, or parts of them. */
        FRAMES,
        /** Nothing in all the time. */
        NOTHING,
        /** That there will be nothing more. */
        THE_END
    }

    /** It is silent for so long before {@link #listen} says so. */
    void waitUpTo(long millis) {
        calls.limitReads(socket, millis);
    }

    /** Waits for something that it says. */
    Heard listen(FrameCutter frames) {
        long count = calls.read(socket, chunk);
        if (count > 0) {
            frames.add(chunk, (int) count);
            return Heard.FRAMES;
        }
        return switch ((int) count) {
            case -Errno.EINTR -> Heard.FRAMES;
            case -Errno.EAGAIN -> Heard.NOTHING;
            default -> Heard.THE_END;
        };
    }

    synchronized void kill() {
        if (!reaped) {
            SystemCalls.signalProcess(number, SystemCalls.SIGKILL);
        }
    }

    /**
     * Lets it end, or ends it, and all that it started; tells how it ended. The socket stays open.
     *
     * @param millis how long it may take to end by itself
     */
    String end(int millis) {
        if (process.await(millis) <= 0) {
            kill();
        }
        boolean gone = process.await(LAST_MILLIS) > 0;
        // It is not reaped yet: until then, no other session can have its number.
        started().end();
        String ending = gone ? ending(reap(calls)) : "could not be ended";
        if (!gone) {
            reapLater();
        }
        process.closeAll();
        return ending + lastWords();
    }

    private synchronized int reap(SystemCalls byCalls) {
        reaped = true;
        return byCalls.await(number);
    }

    private synchronized void reapLater() {
        reaped = true;
        Thread.ofPlatform().daemon().name("plugin-reaper-" + number).start(this::reapAlone);
    }

    private void reapAlone() {
        try (Arena own = Arena.ofConfined()) {
            new SystemCalls(own).await(number);
        }
    }

    private static String ending(int status) {
        int signal = status & 0x7F;
        return signal == 0
                ? "ended with exit code " + (status >> 8 & 0xFF)
                : "was ended by " + SignalName.of(signal);
    }

    private String lastWords() {
        BoundedOutput said = new BoundedOutput(KEPT_ERRORS);
        for (long count = calls.read(errors, chunk); count > 0; count = calls.read(errors, chunk)) {
            said.add(chunk, count);
        }
        SystemCalls.close(errors);
        String text = said.captured().text().strip();
        return text.isEmpty() ? "" : "; it said " + Quoted.of(text, QUOTED);
    }
}
