package dev.cadastre.server.change.running;

import dev.cadastre.change.EngineOperation.WaitForMonitor;
import dev.cadastre.change.run.Monitors;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The states of monitors, for runs that wait for one. Thread-safe. */
@Component
class MonitorsOfRuns implements Monitors {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final dev.cadastre.server.monitoring.watching.Monitors monitors;

    MonitorsOfRuns(dev.cadastre.server.monitoring.watching.Monitors monitors) {
        this.monitors = monitors;
    }

    @Override
    public Waiting await(WaitForMonitor wait, StopSignal stop) {
        CountDownLatch stopped = new CountDownLatch(1);
        stop.whenGiven(stopped::countDown);
        long end = System.nanoTime() + wait.within().toNanos();
        String now = state(wait.monitor());
        while (now != null && !now.equals(wait.state())) {
            if (System.nanoTime() >= end) {
                return new Late("%s is still %s".formatted(wait.monitor(), now));
            }
            if (isStopped(stopped)) {
                return new Stopped();
            }
            now = state(wait.monitor());
        }
        return now == null
                ? new Unknown("there is no monitor " + wait.monitor())
                : new Arrived("%s is %s".formatted(wait.monitor(), now));
    }

    private static boolean isStopped(CountDownLatch stopped) {
        try {
            return stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** In lower case; null if there is none. */
    private @Nullable String state(String monitor) {
        int at = monitor.indexOf('@');
        if (at < 0) {
            return null;
        }
        List<Monitor> found =
                monitors.find(
                        new MonitorQuery(
                                monitor.substring(at + 1),
                                null,
                                monitor.substring(0, at),
                                null,
                                Set.of(),
                                0,
                                1),
                        Reach.ALL);
        return found.isEmpty()
                ? null
                : found.getFirst().standing().state().name().toLowerCase(Locale.ROOT);
    }
}
