package dev.cadastre.server.inventory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/**
 * Virtual threads for work that nobody waits for at the end: what is running when the server stops
 * is interrupted. To be extended by who has such work. Thread-safe.
 */
public abstract class BackgroundThreads implements SmartLifecycle {

    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    /** Does some work in a thread of its own. */
    protected final void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public final void start() {
        if (threads.isShutdown()) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
        }
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
        threads.shutdownNow();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
