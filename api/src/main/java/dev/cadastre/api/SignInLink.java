package dev.cadastre.api;

import java.time.Instant;

/**
 * Lets one person in once.
 *
 * @param url to open in a browser
 */
public record SignInLink(String person, String url, Instant expiresAt) {

    /** Leaves the address out, so that no log gets it. */
    @Override
    public String toString() {
        return "SignInLink[" + person + "]";
    }
}
