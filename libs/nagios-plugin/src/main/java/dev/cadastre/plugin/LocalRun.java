package dev.cadastre.plugin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * A run of a plug-in by this process.
 *
 * @param run what is to be done
 * @param threads one of which does it
 */
record LocalRun(PluginRun run, Executor threads) implements Run {
    @Override
    public CompletionStage<Outcome> begin() {
        return CompletableFuture.supplyAsync(run::run, threads);
    }

    @Override
    public void cancel() {
        run.cancel();
    }
}
