package dev.cadastre.server.monitoring.series.file;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of results; what goes wrong is said once, and once more when it is over. */
final class Counters {

    private static final Logger log = LoggerFactory.getLogger(Counters.class);

    final LongAdder stored = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder failed = new LongAdder();
    private long droppedBefore;
    private boolean dropping;
    private volatile boolean failing;

    /** To be called from time to time, so that a flood of results is no flood of lines. */
    synchronized void sayDropped() {
        long now = dropped.sum();
        if (now > droppedBefore && !dropping) {
            log.warn(
                    "Results come faster than their values can be kept, and some are dropped: see"
                            + " whether the disk is slow or full");
        } else if (now == droppedBefore && dropping) {
            log.info("Values are kept again; {} results were dropped since the start", now);
        }
        dropping = now > droppedBefore;
        droppedBefore = now;
    }

    synchronized void writingFailed(Exception e) {
        failed.increment();
        if (!failing) {
            boolean ours = !(e instanceof IOException);
            log.warn(
                    "Values cannot be written to their files, which is tried again: {}",
                    e.toString(),
                    ours ? e : null);
        }
        failing = true;
    }

    void written() {
        if (failing) {
            failing = false;
            log.info("Values can be written to their files again");
        }
    }
}
