package dev.cadastre.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on hosts over SSH, and keeps the connections for further commands. Thread-safe; one
 * for a whole program is enough. A run blocks its caller and may be interrupted; no thread is
 * started for a connection.
 */
public final class SshConnections implements AutoCloseable {
    private static final Duration LONGEST_EVICTION_INTERVAL = Duration.ofSeconds(10);

    private final Transport transport;
    private final Opener opener;
    private final Pool pool;
    private final SshSettings settings;
    private final ScheduledThreadPoolExecutor timer;
    private final ScheduledFuture<?> eviction;
    private final Set<Execution> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Connections with {@link SshSettings#DEFAULT}. */
    public SshConnections(HostKeys hostKeys) {
        this(hostKeys, SshSettings.DEFAULT);
    }

    public SshConnections(HostKeys hostKeys, SshSettings settings) {
        this.settings = settings;
        this.transport = Transport.started(settings.keepAlive());
        this.opener = new Opener(transport, hostKeys, settings);
        this.pool = new Pool(opener, settings, System::nanoTime);
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1, SshConnections::timerThread, new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        this.eviction = scheduleEviction();
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "ssh-timer");
        thread.setDaemon(true);
        return thread;
    }

    private ScheduledFuture<?> scheduleEviction() {
        long idle = settings.keepIdle().toMillis();
        long longest = LONGEST_EVICTION_INTERVAL.toMillis();
        long interval = idle == 0 ? longest : Math.min(idle, longest);
        return timer.scheduleWithFixedDelay(
                pool::evictIdle, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Runs a command and collects what it writes. */
    public RunResult run(Target target, Command command) {
        try {
            return unlessClosed(target, runOrRetry(target, command, null, null));
        } catch (IOException e) {
            throw new IllegalStateException("only a reader throws, and there is none", e);
        }
    }

    /**
     * Runs a command whose standard output goes to a reader, within the same limits; the output of
     * the result is empty.
     *
     * @throws IOException if the reader throws one; the command is cut then
     */
    public RunResult run(Target target, Command command, OutputReader reader) throws IOException {
        return unlessClosed(target, runOrRetry(target, command, reader, null));
    }

    /**
     * Runs a command and talks with it, within the same limits; the output of the result is empty.
     * What it is given to read comes first; its input stays open until it is ended.
     */
    public RunResult converse(Target target, Command command, Dialogue dialogue) {
        try {
            return unlessClosed(target, runOrRetry(target, command, null, dialogue));
        } catch (IOException e) {
            throw new IllegalStateException("only a reader throws, and there is none", e);
        }
    }

    private RunResult runOrRetry(
            Target target,
            Command command,
            @Nullable OutputReader reader,
            @Nullable Dialogue dialogue)
            throws IOException {
        try {
            RunResult result = attempt(target, command, reader, dialogue, false);
            return result == null
                    ? Objects.requireNonNull(attempt(target, command, reader, dialogue, true))
                    : result;
        } catch (Stopped e) {
            return e.result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunResult.Interrupted(
                    target.address(), RunResult.Interrupted.By.CALLER, "interrupted");
        }
    }

    /** Null if a kept connection proved dead and nothing of the command was sent. */
    private @Nullable RunResult attempt(
            Target target,
            Command command,
            @Nullable OutputReader reader,
            @Nullable Dialogue dialogue,
            boolean fresh)
            throws Stopped, InterruptedException, IOException {
        long asked = System.nanoTime();
        try (Pool.Lease lease = pool.forCommand(target, fresh)) {
            Execution execution =
                    new Execution(
                            lease.connection().session(),
                            target.address(),
                            command,
                            reader,
                            dialogue,
                            timer);
            running.add(execution);
            boolean healthy = false;
            try {
                RunResult result = result(lease, execution, opener.limit(target), asked);
                healthy = result instanceof RunResult.Completed;
                return result;
            } finally {
                running.remove(execution);
                if (!healthy) {
                    lease.retire();
                }
            }
        }
    }

    private @Nullable RunResult result(
            Pool.Lease lease, Execution execution, Duration limit, long asked)
            throws InterruptedException, IOException {
        Execution.Start start = execution.start(limit);
        if (start instanceof Execution.Start.Denied denied) {
            return denied.result();
        }
        if (start instanceof Execution.Start.Dead dead) {
            return lease.reused() ? null : dead.result();
        }
        Duration connecting = Duration.ofNanos(System.nanoTime() - asked);
        return execution.finish(lease.reused(), connecting);
    }

    private RunResult unlessClosed(Target target, RunResult result) {
        return closed && result instanceof RunResult.Failed
                ? new RunResult.Interrupted(
                        target.address(), RunResult.Interrupted.By.SHUTDOWN, "closed")
                : result;
    }

    /** Number of connections that are open or being opened. */
    public int connections() {
        return pool.size();
    }

    /**
     * Gives up kept connections to what has this address or is known as it, and those that lead
     * through that, as after a change of its host key; commands that run over them are left to end.
     */
    public void forget(HostAddress address) {
        pool.forget(address);
    }

    /** Cuts the commands that run, and closes all connections. */
    @Override
    public void close() {
        closed = true;
        running.forEach(execution -> execution.cut(Execution.Cut.SHUTDOWN));
        eviction.cancel(false);
        timer.shutdownNow();
        transport.stop();
    }
}
