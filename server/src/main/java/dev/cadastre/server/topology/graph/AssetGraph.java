package dev.cadastre.server.topology.graph;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The relations between all assets in memory, in both directions, about 25 bytes for each where
 * assets have five of them. Assets are numbers from 1, best without large gaps, as there is room
 * for every number up to the highest.
 *
 * <p>Readers take a {@link #view()}, which is what there was at one moment and stays so: a question
 * that takes a second neither sees half of a change nor keeps anybody from writing, as a lock held
 * for so long would. A change copies what it touches, and nothing else: a page of 256 assets for
 * each asset it concerns, those assets' own relations (1,024 of them where there are more), and the
 * list of pages, which are some 20 kB for a handful of relations among a million assets. What no
 * reader holds any longer, the collector takes.
 */
public final class AssetGraph {

    private final ReentrantLock writing = new ReentrantLock();
    private volatile GraphView view = GraphView.EMPTY;
    private volatile long revision;

    /** What there is now. */
    public GraphView view() {
        return view;
    }

    /**
     * Changes it, after all who began before; readers see all of the changes at once. If an
     * exception comes out of them, nothing has changed.
     */
    public void change(Consumer<GraphChanges> changes) {
        writing.lock();
        try {
            GraphChanges made = new GraphChanges(view);
            changes.accept(made);
            show(made.done());
        } finally {
            writing.unlock();
        }
    }

    /** A number that rises whenever a relation comes, goes or changes. */
    public long revision() {
        return revision;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // The lock has one writer at a time.
    private void show(GraphView next) {
        if (next != view) {
            view = next;
            revision++;
        }
    }

    /** Puts what was loaded in the place of all that there is. */
    public void replaceAll(BulkLoad load) {
        writing.lock();
        try {
            show(load.finish());
        } finally {
            writing.unlock();
        }
    }
}
