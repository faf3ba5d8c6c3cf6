package dev.cadastre.server.inventory;

import org.jspecify.annotations.Nullable;

/** A file of facts or advisories cannot be taken, and nothing of it was. */
public final class InvalidFeed extends RuntimeException {

    private final String place;

    /** {@code place} is the line, or the path in the document; {@code reason} is a sentence. */
    public InvalidFeed(String place, String reason) {
        this(place, reason, null);
    }

    /** As above, with what led to it. */
    public InvalidFeed(String place, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.place = place;
    }

    /** Where. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
