package dev.cadastre.server.change.running;

import dev.cadastre.change.run.Executor;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.archive.UnpackedChange;
import dev.cadastre.server.change.asking.AskBoard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that this server is at work on: what it has open, and the thread that carries it on.
 * Thread-safe.
 */
final class Execution implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final long run;
    private final UnpackedChange files;
    private final AskBoard asks;
    private final OutputBoard outputs = new OutputBoard();
    private final DatabaseJournal journal;

    private @Nullable Executor executor;
    private boolean isGoing;
    private boolean isWanted;
    private boolean isOver;
    private int holds;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Read by those who hold what the listener waits for. */
    private volatile RunPhase phase = RunPhase.GOING_ON;

    private Instant lastActive = Instant.MAX;

    Execution(long run, UnpackedChange files, AskBoard asks, DatabaseJournal journal) {
        this.run = run;
        this.files = files;
        this.asks = asks;
        this.journal = journal;
    }

    /** Begins, or takes up, with an executor that was opened with this as its listener. */
    synchronized void opened(Executor opened) {
        executor = opened;
    }

    private synchronized Executor executor() {
        return Objects.requireNonNull(executor);
    }

    AskBoard asks() {
        return asks;
    }

    OutputBoard outputs() {
        return outputs;
    }

    /** What it is about to do, or waits for. */
    RunPhase phase() {
        return phase;
    }

    RunView view() {
        return executor().view();
    }

    private synchronized boolean isOver() {
        return isOver;
    }

    /** Keeps it from being ended until {@link #release}; false if it is ended already. */
    synchronized boolean hold() {
        if (!isOver) {
            holds++;
        }
        return !isOver;
    }

    /** Waits until it is closed, for that long; whether it is. */
    boolean isClosedWithin(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a thread is needed that calls {@link #go}. */
    synchronized boolean release() {
        holds--;
        return carryOn();
    }

    /** As {@link Executor#request}; what follows is for {@link #release}. */
    @Nullable Refusal request(String who, RunRequest request) throws IOException {
        Refusal refusal = executor().request(who, request);
        if (request instanceof RunRequest.Halt) {
            // Also if it was halted before, when a step was just about to ask.
            asks.halt();
        }
        if (refusal == null && request instanceof RunRequest.Stop) {
            asks.stop();
        } else if (refusal == null && view().state().halted().isEmpty()) {
            asks.goOn();
        }
        return refusal;
    }

    /** Whether a thread is needed that calls {@link #go}. */
    synchronized boolean carryOn() {
        isWanted = true;
        boolean wasGoing = isGoing;
        isGoing = true;
        return !wasGoing;
    }

    /**
     * Does all that can be done without a person.
     *
     * @return whether it is over and to be closed: nothing is left to do, or nothing more can be
     *     written down
     */
    boolean go(Instant now) {
        try {
            while (isMore(now)) {
                executor().run();
            }
            return isOver();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("Run {} is interrupted; it can be resumed", run, e);
        }
        end();
        return true;
    }

    private synchronized boolean isMore(Instant now) {
        if (isWanted) {
            isWanted = false;
            return true;
        }
        isGoing = false;
        lastActive = now;
        // A secret that nobody gave would not be asked for again.
        isOver = holds == 0 && (phase == RunPhase.FINISHED || asks.isDeclined());
        return false;
    }

    private synchronized void end() {
        isOver = true;
        isGoing = false;
    }

    /** Ends it if it has rested since before that moment; whether it did. */
    synchronized boolean endIfIdle(Instant since) {
        if (isGoing || isOver || holds > 0 || !lastActive.isBefore(since)) {
            return false;
        }
        isOver = true;
        return true;
    }

    /** Has nothing more be written or asked; what is in flight is not waited for. */
    void cut() {
        end();
        journal.close();
        asks.close();
    }

    /** Waits for what is in flight, and gives all back. */
    void close() {
        try {
            asks.close();
            executor().close();
            files.close();
        } finally {
            closed.countDown();
        }
    }

    @Override
    public void wrote(RunEntry entry, RunView view) {
        if (entry instanceof RunEntry.Ended ended) {
            outputs.forget(ended.step());
        }
        phase = RunPhase.of(view);
        asks.wake();
    }

    @Override
    public void printed(Step step, String text) {
        outputs.print(step, text);
    }
}
