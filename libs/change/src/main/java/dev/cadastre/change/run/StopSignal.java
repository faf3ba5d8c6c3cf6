package dev.cadastre.change.run;

import java.util.ArrayList;
import java.util.List;

/** Tells one who works that somebody wants it to end. Thread-safe. */
public final class StopSignal {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean given;

    /** Gives it; those who wait for it are told, once. */
    public void give() {
        List<Runnable> told;
        synchronized (this) {
            given = true;
            told = List.copyOf(actions);
            actions.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Whether it was given. */
    public synchronized boolean isGiven() {
        return given;
    }

    /** Runs the action when it is given, at once if it has been. */
    public void whenGiven(Runnable action) {
        synchronized (this) {
            if (!given) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
