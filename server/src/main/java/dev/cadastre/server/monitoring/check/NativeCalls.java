package dev.cadastre.server.monitoring.check;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes calls that block in native code, where an interrupt does not reach them and where a virtual
 * thread would hold one of the few that carry all others. Those that nobody waits for any more come
 * back by themselves; until then they hold one of these threads.
 */
final class NativeCalls {

    private static final int MOST_WAITING = 10_000;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    NativeCalls(String name, int most) {
        threads =
                new ThreadPoolExecutor(
                        most,
                        most,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name(name, 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * What the call returns.
     *
     * @throws TimeoutException if that takes longer, or if so many wait that it would
     * @throws ExecutionException with what the call throws
     */
    <T> T call(Callable<T> call, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<T> answer = submit(call);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> call) throws TimeoutException {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException e) {
            TimeoutException busy = new TimeoutException("too many calls wait");
            busy.initCause(e);
            throw busy;
        }
    }
}
