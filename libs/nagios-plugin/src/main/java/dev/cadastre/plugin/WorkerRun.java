package dev.cadastre.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A run of a plug-in by a worker. */
final class WorkerRun implements Run {
    private final Workers workers;
    private final PluginCommand command;
    private final Account account;
    private final Executor threads;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile long start = System.nanoTime();
    private @Nullable Worker worker;
    private volatile long id;
    private boolean cancelled;

    /** One of the threads starts the worker, if there is none. */
    WorkerRun(Workers workers, PluginCommand command, Account account, Executor threads) {
        this.workers = workers;
        this.command = command;
        this.account = account;
        this.threads = threads;
    }

    PluginCommand command() {
        return command;
    }

    @Override
    public CompletionStage<Outcome> begin() {
        Optional<Worker> living = workers.living(account);
        if (isCancelled()) {
            answer(Outcome.notStarted(new Ending.Cancelled()));
        } else if (living.isPresent()) {
            launch(living.get());
        } else {
            threads.execute(this::launchByNew);
        }
        return outcome;
    }

    private void launchByNew() {
        try {
            launch(workers.of(account));
        } catch (IOException e) {
            answer(
                    Outcome.notStarted(
                            StartFailure.noSuchRights(account, String.valueOf(e.getMessage()))));
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    private void launch(Worker by) {
        start = System.nanoTime();
        long number = by.launch(this);
        if (isBegunButCancelled(by, number)) {
            by.cancel(number);
        }
    }

    private synchronized boolean isBegunButCancelled(Worker by, long number) {
        worker = by;
        id = number;
        return cancelled;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        Worker told = markCancelled();
        if (told != null) {
            told.cancel(id);
        }
    }

    private synchronized @Nullable Worker markCancelled() {
        cancelled = true;
        return worker;
    }

    /** Whether a run of this command can have come to that. */
    boolean mayHave(Outcome claimed) {
        int limit = command.outputLimit();
        return claimed.output().text().length() <= limit
                && claimed.errors().text().length() <= limit;
    }

    void answer(Outcome answer) {
        outcome.complete(answer);
    }

    /** What it came to is not known. */
    void lose(String why) {
        Ending ending = isCancelled() ? new Ending.Cancelled() : new Ending.Lost(why);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        answer(new Outcome(ending, Captured.NOTHING, Captured.NOTHING, false, taken));
    }
}
