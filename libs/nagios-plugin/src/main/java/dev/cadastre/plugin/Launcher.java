package dev.cadastre.plugin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs plug-ins, at most so many at once, by threads of its own: callers may be virtual threads.
 * Thread-safe. Programs that {@link ProcessBuilder} starts in the same JVM are not touched.
 */
public final class Launcher implements AutoCloseable {
    /** How long a plug-in has between SIGTERM and SIGKILL, and its children after its end. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private static final long STACK_BYTES = 512 * 1024;
    private static final long IDLE_SECONDS = 60;

    private final Duration grace;
    private final Spawner spawner;
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
        Platform.require();
        ChildSignal.makeWaitable();
        this.grace = grace;
        this.spawner = new Spawner();
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

    /**
     * Runs a plug-in to its end. Its time counts from its start, not from that of its turn.
     *
     * @throws InterruptedException if the caller was interrupted; the plug-in is ended then
     * @throws IllegalStateException if the launcher is closed
     */
    public Outcome run(PluginCommand command) throws InterruptedException {
        PluginProcess process = start(command);
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
        Supervision supervision = new Supervision(grace);
        PluginProcess process = new PluginProcess(supervision);
        PluginRun run = new PluginRun(spawner, command, supervision);
        running.add(process);
        try {
            if (closed) {
                throw new RejectedExecutionException();
            }
            threads.execute(() -> complete(process, run));
        } catch (RejectedExecutionException e) {
            running.remove(process);
            throw new IllegalStateException("The launcher is closed", e);
        }
        return process;
    }

    private void complete(PluginProcess process, PluginRun run) {
        try {
            Outcome outcome = run.run();
            running.remove(process);
            process.completion().complete(outcome);
        } catch (RuntimeException | Error e) {
            running.remove(process);
            process.completion().completeExceptionally(e);
        }
    }

    /** Cancels what runs or waits, and returns when nothing of it is left. */
    @Override
    public void close() {
        closed = true;
        running.forEach(PluginProcess::cancel);
        threads.close();
    }
}
