package dev.cadastre.server.inventory;

/** What was passed as {@code after} is no {@link Page#next()} of that list. */
public final class InvalidCursor extends RuntimeException {

    /** {@code cursor} is what was passed. */
    public InvalidCursor(String cursor) {
        super("'" + Bounded.text(cursor, 100) + "' is no place in this list");
    }

    /** As above, with what showed it. */
    public InvalidCursor(String cursor, Throwable cause) {
        super("'" + Bounded.text(cursor, 100) + "' is no place in this list", cause);
    }
}
