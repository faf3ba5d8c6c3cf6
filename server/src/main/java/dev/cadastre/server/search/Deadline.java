package dev.cadastre.server.search;

import java.time.Duration;

/** Ends what takes too long. Immutable. */
public final class Deadline {

    /** Further away than anybody waits. */
    static final Deadline NONE = new Deadline(Duration.ofDays(36_500));

    private final Duration limit;
    private final long end;

    /** Over in {@code limit} from now. */
    public Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * To be asked between two pieces of work.
     *
     * @throws QueryTooSlow if it is over
     */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw new QueryTooSlow(limit);
        }
    }
}
