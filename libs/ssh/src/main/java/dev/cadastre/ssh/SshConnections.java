package dev.cadastre.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
        this.pool = new Pool(new Opener(transport, hostKeys, settings), settings, System::nanoTime);
        this.timer = new ScheduledThreadPoolExecutor(1, SshConnections::timerThread);
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
            return run(target, command, null, false);
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
        return run(target, command, reader, false);
    }

    private RunResult run(
            Target target, Command command, @Nullable OutputReader reader, boolean fresh)
            throws IOException {
        long asked = System.nanoTime();
        try (Pool.Lease lease = pool.forCommand(target, fresh)) {
            Execution execution =
                    new Execution(lease.connection().session(), target.address(), command, timer);
            running.add(execution);
            try {
                Execution.Start start = execution.start(settings.connectLimit());
                if (start instanceof Execution.Start.Running) {
                    Duration connecting = Duration.ofNanos(System.nanoTime() - asked);
                    RunResult result = execution.finish(reader, lease.reused(), connecting);
                    if (result instanceof RunResult.Failed) {
                        lease.retire();
                    }
                    return unlessClosed(target, result);
                }
                lease.retire();
                if (start instanceof Execution.Start.Denied denied) {
                    return denied.result();
                }
                if (!lease.reused()) {
                    return unlessClosed(target, ((Execution.Start.Dead) start).result());
                }
            } finally {
                running.remove(execution);
            }
        } catch (Stopped e) {
            return unlessClosed(target, e.result());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunResult.Interrupted(
                    target.address(), RunResult.Interrupted.By.CALLER, "interrupted");
        }
        return run(target, command, reader, true);
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
     * Gives up kept connections to this address and those that lead through it, as after a change
     * of its host key; commands that run over them are left to end.
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
