package dev.cadastre.plugin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A plug-in that runs, or waits for its turn. Thread-safe. */
public final class PluginProcess {
    private final Run run;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    PluginProcess(Run run) {
        this.run = run;
    }

    /** Completes with what it came to; exceptionally only for faults of this library. */
    public CompletionStage<Outcome> outcome() {
        return outcome.minimalCompletionStage();
    }

    /** Ends it, with all of its group, or keeps it from starting. It completes all the same. */
    public void cancel() {
        run.cancel();
    }

    Run run() {
        return run;
    }

    CompletableFuture<Outcome> completion() {
        return outcome;
    }
}
