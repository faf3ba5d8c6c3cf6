package dev.cadastre.server.web.api.request;

import org.jspecify.annotations.Nullable;

/**
 * How many items one page may have.
 *
 * @param items 1 to {@link #MOST}
 */
public record Limit(int items) {

    /** What a page has at most if nothing is asked for. */
    public static final int USUAL = 100;

    /** What can be asked for. */
    public static final int MOST = 1000;

    /** Refuses what is out of range, with a message for the sender. */
    public Limit {
        if (items < 1 || items > MOST) {
            throw new IllegalArgumentException("It is a whole number from 1 to " + MOST + ".");
        }
    }

    /** The limit that was asked for, or the usual one. */
    public static int of(@Nullable Limit limit) {
        return limit == null ? USUAL : limit.items;
    }
}
