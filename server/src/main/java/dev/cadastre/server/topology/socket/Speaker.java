package dev.cadastre.server.topology.socket;

import org.jspecify.annotations.Nullable;

/**
 * A program as it goes by on the map.
 *
 * @param name of its asset, {@code postgresql} of {@code daemon:postgresql@db1}
 * @param product what it was recognised as; null if it was not
 * @param role what that is for, {@code load-balancer}; null likewise
 */
public record Speaker(String name, @Nullable String product, @Nullable String role) {

    /** Somebody on a host, nobody knows who. */
    public static final Speaker UNKNOWN = new Speaker("unknown", null, null);

    /** Whether anything is known of who it is. */
    boolean known() {
        return !equals(UNKNOWN);
    }
}
