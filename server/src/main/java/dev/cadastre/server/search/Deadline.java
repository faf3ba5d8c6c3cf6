package dev.cadastre.server.search;

import java.time.Duration;

/** Ends what takes too long. */
final class Deadline {

    private final Duration limit;
    private final long end;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * To be asked between two pieces of work.
     *
     * @throws QueryTooSlow if it is over
     */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new QueryTooSlow(limit);
        }
    }
}
