package dev.cadastre.server.web.api.request;

import java.io.IOException;

/** A request's body goes on after the last byte that it may have. */
public final class BodyTooLargeException extends IOException {

    private final long limit;

    BodyTooLargeException(long limit) {
        super("The body has more than " + limit + " bytes");
        this.limit = limit;
    }

    /** How many bytes it may have. */
    public long limit() {
        return limit;
    }
}
