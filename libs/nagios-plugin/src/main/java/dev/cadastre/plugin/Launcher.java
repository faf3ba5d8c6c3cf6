package dev.cadastre.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs plug-ins, at most so many at once, by threads of its own: callers may be virtual threads.
 * Thread-safe. Programs that {@link ProcessBuilder} starts in the same JVM are not touched.
 */
public final class Launcher implements AutoCloseable {
    /** How long a plug-in has between SIGTERM and SIGKILL, and its children after its end. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private static final long STACK_BYTES = 512 * 1024;
    private static final long IDLE_SECONDS = 60;
    private static final int ROOT = 0;

    private final Duration grace;
    private final Spawner spawner;
    private final Superior superior;
    private final Optional<Workers> workers;
    private final Turns turns;
    private final ThreadPoolExecutor threads;
    private final Set<PluginProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Launches with the usual grace.
     *
     * @throws UnsupportedOperationException if the machine cannot, see {@link Platform#problem}
     */
    public Launcher(int concurrency) {
        this(concurrency, GRACE);
    }

    /**
     * Launches.
     *
     * @param concurrency how many plug-ins run at once; others wait for their turn
     * @param grace how long a plug-in has between SIGTERM and SIGKILL, and its children after its
     *     end
     * @throws UnsupportedOperationException if the machine cannot, see {@link Platform#problem}
     */
    public Launcher(int concurrency, Duration grace) {
        this(concurrency, grace, Spawner.Leads.SESSION, Superior.NONE, workers(concurrency, grace));
    }

    /** As usual, with given workers for others' rights; without, programs in front take them. */
    Launcher(int concurrency, Duration grace, Optional<Workers> workers) {
        this(concurrency, grace, Spawner.Leads.SESSION, Superior.NONE, workers);
    }

    private Launcher(
            int concurrency,
            Duration grace,
            Spawner.Leads leads,
            Superior superior,
            Optional<Workers> workers) {
        Platform.require();
        ChildSignal.makeWaitable();
        this.grace = grace;
        this.spawner = new Spawner(leads);
        this.superior = superior;
        this.workers = workers;
        this.turns = new Turns(concurrency);
        AtomicLong count = new AtomicLong();
        this.threads =
                new ThreadPoolExecutor(
                        concurrency,
                        concurrency,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task ->
                                Thread.ofPlatform()
                                        .name("plugin-" + count.incrementAndGet())
                                        .daemon()
                                        .stackSize(STACK_BYTES)
                                        .unstarted(task));
        threads.allowCoreThreadTimeOut(true);
    }

    /** For a worker, in whose session all stays that it starts. */
    static Launcher ofWorker(int concurrency, Duration grace, Superior superior) {
        return new Launcher(concurrency, grace, Spawner.Leads.GROUP, superior, Optional.empty());
    }

    /** Only who is root can give a process all of another's rights and keep none. */
    private static Optional<Workers> workers(int concurrency, Duration grace) {
        Platform.require();
        return SystemCalls.effectiveUser() == ROOT
                ? Optional.of(
                        new Workers(
                                WorkerJvm.ours(),
                                concurrency,
                                grace,
                                Worker.PATIENCE,
                                System::nanoTime))
                : Optional.empty();
    }

    /**
     * Runs a plug-in to its end. Its time counts from its start, not from that of its turn.
     *
     * @throws InterruptedException if the caller was interrupted; the plug-in is ended then
     * @throws IllegalStateException if the launcher is closed
     */
    public Outcome run(PluginCommand command) throws InterruptedException {
        PluginProcess process = start(runOf(command), Runnable::run);
        try {
            return process.completion().get();
        } catch (InterruptedException e) {
            process.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not run " + command.arguments(), e.getCause());
        }
    }

    /**
     * Starts a plug-in, or queues it for its turn. The queue is not bounded: whoever does not wait
     * for outcomes bounds what is started.
     *
     * @throws IllegalStateException if the launcher is closed
     */
    public PluginProcess start(PluginCommand command) {
        Run run = runOf(command);
        // What a caller does with an outcome must not keep others from theirs.
        return start(run, run instanceof WorkerRun ? threads : Runnable::run);
    }

    private PluginProcess start(Run run, Executor completing) {
        PluginProcess process = new PluginProcess(run);
        running.add(process);
        if (closed) {
            running.remove(process);
            throw new IllegalStateException("The launcher is closed");
        }
        turns.take(() -> begin(process, completing));
        return process;
    }

    private Run runOf(PluginCommand command) {
        boolean another = command.account().filter(account -> account.user() != ROOT).isPresent();
        if (another && workers.isPresent()) {
            Account account = command.account().orElseThrow();
            return new WorkerRun(workers.get(), command, account, threads);
        }
        Supervision supervision = new Supervision(grace, superior);
        return new LocalRun(new PluginRun(spawner, command, supervision), threads);
    }

    private void begin(PluginProcess process, Executor completing) {
        try {
            process.run()
                    .begin()
                    .whenComplete((outcome, fault) -> end(process, outcome, fault, completing));
        } catch (RuntimeException | Error e) {
            end(process, null, e, completing);
        }
    }

    private void end(
            PluginProcess process,
            @Nullable Outcome outcome,
            @Nullable Throwable fault,
            Executor completing) {
        turns.giveBack();
        completing.execute(() -> {
            if (fault != null) {
                process.completion().completeExceptionally(fault);
            } else {
                process.completion().complete(outcome);
            }
            running.remove(process);
        });
    }

    /** Cancels what runs or waits, and returns when nothing of it is left. */
    @Override
    public void close() {
        closed = true;
        running.forEach(PluginProcess::cancel);
        workers.ifPresent(Workers::close);
        running.forEach(process -> process.completion().exceptionally(_ -> null).join());
        threads.close();
    }
}
