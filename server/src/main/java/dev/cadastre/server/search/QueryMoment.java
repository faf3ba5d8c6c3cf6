package dev.cadastre.server.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a query asks about.
 *
 * @param at the moment asked for; null for now
 * @param instant the same, or what the clock said when now was asked for
 * @param deadline to be checked by whoever reads much for the answer
 */
public record QueryMoment(@Nullable Instant at, Instant instant, Deadline deadline) {

    /** Without a deadline, for what is answered from memory. */
    public QueryMoment(@Nullable Instant at, Instant instant) {
        this(at, instant, Deadline.NONE);
    }
}
