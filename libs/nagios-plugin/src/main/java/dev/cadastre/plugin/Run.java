package dev.cadastre.plugin;

import java.util.concurrent.CompletionStage;

/** One run of a plug-in, from its turn to its end. */
sealed interface Run permits LocalRun, WorkerRun {
    /**
     * Begins it, and returns at once; called once. What it came to may be told by a thread that
     * others depend on, and may not be kept waiting.
     */
    CompletionStage<Outcome> begin();

    /** Ends it, or keeps it from being started; of no effect afterwards. Any thread may. */
    void cancel();
}
