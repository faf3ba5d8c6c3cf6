package dev.cadastre.server.access;

import java.time.Instant;

/**
 * Lets one person in once.
 *
 * @param path below the server's address, with the code in it
 */
public record SignInLink(String person, String path, Instant expiresAt) {

    /** Leaves the code out, so that no log gets it. */
    @Override
    public String toString() {
        return "SignInLink[" + person + "]";
    }
}
