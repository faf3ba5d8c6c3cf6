package dev.cadastre.server.alerting.channel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what takes too long. */
final class WithinTime {

    private WithinTime() {}

    /**
     * The answer of some work, which runs in a thread of its own. When it takes too long that
     * thread is interrupted, which closes the socket that it reads from or writes to: limits of
     * single reads do not stop a peer that sends one byte now and then.
     *
     * @throws TimeoutException if it takes too long
     * @throws ExecutionException with what the work threw
     */
    static <T> T call(Duration limit, Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name("alerting-send").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            thread.interrupt();
        }
    }
}
