package dev.cadastre.plugin;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many begin at once, and the others in order, as turns are given back. Beginnings have to
 * be short: they run on any thread that takes a turn or gives one back. Thread-safe.
 */
final class Turns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;
    private boolean advancing;

    Turns(int count) {
        this.free = count;
    }

    /** Begins now, or as soon as there is a turn. */
    void take(Runnable beginning) {
        synchronized (this) {
            waiting.add(beginning);
        }
        advance();
    }

    /** Gives a turn back, which what has begun may do at once. */
    void giveBack() {
        synchronized (this) {
            free++;
        }
        advance();
    }

    private void advance() {
        Runnable next = first();
        while (next != null) {
            next.run();
            next = following();
        }
    }

    /** Null if it has to wait, or if another thread sees to it. */
    private synchronized @Nullable Runnable first() {
        return advancing ? null : following();
    }

    private synchronized @Nullable Runnable following() {
        advancing = free > 0 && !waiting.isEmpty();
        if (!advancing) {
            return null;
        }
        free--;
        return waiting.poll();
    }
}
