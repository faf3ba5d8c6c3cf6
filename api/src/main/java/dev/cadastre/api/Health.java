package dev.cadastre.api;

/**
 * Whether the server can do its work.
 *
 * @param status {@code UP}, or {@code DOWN} together with HTTP status 503
 * @param database the same for its database
 * @param version of the server
 */
public record Health(Status status, Status database, String version) {

    /** Whether it works. */
    public enum Status {
        UP,
        DOWN
    }
}
