package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Sends frames through a socket, and those that gather meanwhile by one call. Nobody waits for the
 * other side: what it does not take at once is left to a thread of its own. Thread-safe.
 */
final class Outbox {
    /** To wait for room as long as it takes. */
    static final int PATIENT = -1;

    private static final int CHUNK = 64 * 1024;

    private final int socket;
    private final int patienceMillis;
    private final Runnable onBreak;
    private final SystemCalls calls;
    private final PollSet room;

    /** What is being sent; only for who is sending. */
    private final MemorySegment chunk;

    private byte[] waiting = new byte[CHUNK];
    private int start;
    private int end;
    private boolean sending;
    private boolean broken;
    private boolean closed;

    /**
     * Sends through a socket.
     *
     * @param patienceMillis how long the other side may take none of it
     * @param onBreak what to do when nothing can be sent any more
     */
    Outbox(int socket, int patienceMillis, Runnable onBreak) {
        Arena arena = Arena.ofAuto();
        this.socket = socket;
        this.patienceMillis = patienceMillis;
        this.onBreak = onBreak;
        this.calls = new SystemCalls(arena);
        this.chunk = arena.allocate(CHUNK);
        this.room = new PollSet(arena, calls, 1);
        room.watch(0, socket, PollSet.WRITABLE);
    }

    /** Sends a frame, or leaves it to who is sending; of no effect if nothing can be sent. */
    void send(byte[] frame) {
        if (add(frame)) {
            send(0, 0, false);
        }
    }

    /** Tells whether nobody is sending, so that the caller has to. */
    private synchronized boolean add(byte[] frame) {
        if (broken) {
            return false;
        }
        makeRoom(frame.length);
        System.arraycopy(frame, 0, waiting, end, frame.length);
        end += frame.length;
        boolean first = !sending;
        sending = true;
        return first;
    }

    private void makeRoom(int count) {
        if (count > waiting.length - end) {
            int length = end - start;
            int needed = Math.addExact(length, count);
            int size = Math.max(waiting.length, Math.max(needed, 2 * length));
            byte[] larger = new byte[size];
            System.arraycopy(waiting, start, larger, 0, length);
            waiting = larger;
            start = 0;
            end = length;
        }
    }

    /** Sends what is left of the chunk, and then what is waiting. */
    private void send(long from, long to, boolean mayWait) {
        long sent = from;
        long filled = to;
        while (true) {
            if (sent == filled) {
                filled = fill();
                sent = 0;
            }
            if (filled == 0) {
                return;
            }
            long count = calls.send(socket, chunk.asSlice(sent, filled - sent));
            if (count > 0) {
                sent += count;
            } else if (count == -Errno.EAGAIN && !mayWait) {
                leave(sent, filled);
                return;
            } else if (!mayTryAgain(count)) {
                giveUp();
                return;
            }
        }
    }

    /** How much was waiting and is in the chunk now; if nothing was, nobody is sending any more. */
    private synchronized int fill() {
        int count = Math.min(end - start, CHUNK);
        if (count == 0) {
            sending = false;
            notifyAll();
            return 0;
        }
        MemorySegment.copy(waiting, start, chunk, JAVA_BYTE, 0, count);
        start += count;
        if (start == end) {
            start = 0;
            end = 0;
            waiting = waiting.length > CHUNK ? new byte[CHUNK] : waiting;
        }
        return count;
    }

    private void leave(long sent, long filled) {
        try {
            Thread.ofPlatform()
                    .daemon()
                    .name("plugin-sender")
                    .start(() -> send(sent, filled, true));
        } catch (OutOfMemoryError e) {
            // Of threads, that is; without one, nothing is sent any more.
            giveUp();
        }
    }

    private boolean mayTryAgain(long failure) {
        return failure == -Errno.EINTR
                || (failure == -Errno.EAGAIN && room.await(patienceMillis) != 0);
    }

    private void giveUp() {
        synchronized (this) {
            broken = true;
            sending = false;
            notifyAll();
        }
        onBreak.run();
    }

    /** Lets the other side read to the end; nothing may be sent any more. */
    synchronized void finish() {
        if (!closed) {
            SystemCalls.endSending(socket);
        }
    }

    /** Closes the socket when nobody sends any more; the other side has to be gone. */
    synchronized void close() {
        broken = true;
        closed = true;
        boolean interrupted = false;
        while (sending) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        room.closeAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
