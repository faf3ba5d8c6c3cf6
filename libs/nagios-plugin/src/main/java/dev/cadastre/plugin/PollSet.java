package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Descriptors that are waited for together. They are closed when nobody waits any more. */
final class PollSet {
    static final short READABLE = 1;
    static final short WRITABLE = 4;

    private static final short HUNG_UP = 0x10;
    private static final long ENTRY = 8;
    private static final long EVENTS = 4;
    private static final long ANSWERS = 6;
    private static final int NONE = -1;

    private final SystemCalls calls;
    private final MemorySegment watched;
    private final int size;

    PollSet(Arena arena, SystemCalls calls, int size) {
        this.calls = calls;
        this.size = size;
        this.watched = arena.allocate(size * ENTRY, ENTRY);
        for (int i = 0; i < size; i++) {
            watched.set(JAVA_INT, i * ENTRY, NONE);
        }
    }

    void watch(int index, int descriptor, short events) {
        watched.set(JAVA_INT, index * ENTRY, descriptor);
        watched.set(JAVA_SHORT, index * ENTRY + EVENTS, events);
    }

    /** How many have something, 0 if none had in time, or the error number below zero. */
    int await(int millis) {
        return calls.poll(watched, size, millis);
    }

    /** The same for one of them only. */
    int await(int index, int millis) {
        return calls.poll(watched.asSlice(index * ENTRY, ENTRY), 1, millis);
    }

    /** Whether the last wait found it ready, at its end, or broken. */
    boolean ready(int index) {
        return answers(index) != 0;
    }

    /** Whether the last wait found that nobody writes into it any more, whatever is left in it. */
    boolean hungUp(int index) {
        return (answers(index) & HUNG_UP) != 0;
    }

    private short answers(int index) {
        return watches(index) ? watched.get(JAVA_SHORT, index * ENTRY + ANSWERS) : 0;
    }

    boolean watches(int index) {
        return descriptor(index) != NONE;
    }

    /** Below zero once it is not watched any more. */
    int descriptor(int index) {
        return watched.get(JAVA_INT, index * ENTRY);
    }

    /** Closes it and waits for it no longer. */
    void close(int index) {
        if (watches(index)) {
            SystemCalls.close(descriptor(index));
            watched.set(JAVA_INT, index * ENTRY, NONE);
        }
    }

    void closeAll() {
        for (int i = 0; i < size; i++) {
            close(i);
        }
    }
}
