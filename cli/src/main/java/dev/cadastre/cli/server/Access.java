package dev.cadastre.cli.server;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server and the token to show it.
 *
 * @param url without a slash at its end
 * @param token null to ask as anyone
 */
public record Access(URI url, @Nullable String token) {

    @Override
    public String toString() {
        return url.toString();
    }
}
