package dev.cadastre.api;

import java.time.Instant;

/**
 * A token when it is issued.
 *
 * @param secret what to send after {@code Authorization: Bearer}; it is never shown again
 */
public record IssuedToken(long id, String name, Scope scope, Instant expiresAt, String secret) {

    /** Leaves the secret out, so that no log gets it. */
    @Override
    public String toString() {
        return "IssuedToken[" + name + "]";
    }
}
