package dev.cadastre.server.search;

import java.time.Duration;

/** A query was given up, because it took too long. */
public final class QueryTooSlow extends RuntimeException {

    private final Duration limit;

    /** Given up after {@code limit}. */
    public QueryTooSlow(Duration limit) {
        super("Gave up a query after " + limit);
        this.limit = limit;
    }

    /** How long a query may take. */
    public Duration limit() {
        return limit;
    }
}
