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
    private static final int SOCKET = 0;
    private static final int ERRORS = 1;
    private static final int AT_ONCE = 0;

    /** A process that was killed ends at once, unless it waits for a device. */
    private static final int LAST_MILLIS = 10_000;

    private final Arena arena = Arena.ofAuto();
    private final SystemCalls calls = new SystemCalls(arena);
    private final PollSet watched = new PollSet(arena, calls, 2);
    private final MemorySegment chunk = arena.allocate(CHUNK);
    private final BoundedOutput errors = new BoundedOutput(KEPT_ERRORS);
    private final PollSet process = new PollSet(arena, calls, 1);
    private final int number;
    private boolean reaped;

    private WorkerProcess(int number, int descriptor, int socket, int errorsEnd) {
        this.number = number;
        process.watch(0, descriptor, PollSet.READABLE);
        watched.watch(SOCKET, socket, PollSet.READABLE);
        watched.watch(ERRORS, errorsEnd, PollSet.READABLE);
    }

    /** Starts it, connected by its standard input. */
    static WorkerProcess start(List<String> command, List<String> environment) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls calls = new SystemCalls(arena);
            SystemCalls.Connection connection = calls.connection();
            require("a connection", connection.near());
            SystemCalls.Pipe errors = calls.pipe();
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
        return watched.descriptor(SOCKET);
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

    /** Waits for something that it says, or complains. */
    Heard listen(FrameCutter frames, int millis) {
        int ready = watched.await(millis);
        if (ready == 0) {
            return Heard.NOTHING;
        }
        if (ready > 0) {
            readErrors();
            return watched.ready(SOCKET) ? read(frames) : Heard.FRAMES;
        }
        return ready == -Errno.EINTR ? Heard.FRAMES : Heard.THE_END;
    }

    private Heard read(FrameCutter frames) {
        long count = calls.read(socket(), chunk);
        if (count > 0) {
            frames.add(chunk, (int) count);
        }
        return count > 0 || count == -Errno.EINTR ? Heard.FRAMES : Heard.THE_END;
    }

    private boolean readErrors() {
        if (!watched.ready(ERRORS)) {
            return false;
        }
        long count = calls.read(watched.descriptor(ERRORS), chunk);
        if (count > 0) {
            errors.add(chunk, count);
        } else if (count != -Errno.EINTR) {
            watched.close(ERRORS);
        }
        return count > 0;
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
        while (watched.watches(ERRORS) && watched.await(AT_ONCE) > 0 && readErrors()) {
            // More may come.
        }
        watched.close(ERRORS);
        String text = errors.captured().text().strip();
        return text.isEmpty() ? "" : "; it said " + Quoted.of(text, QUOTED);
    }
}
