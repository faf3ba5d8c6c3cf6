package dev.cadastre.server.topology;

import org.jspecify.annotations.Nullable;

/**
 * How reports show an asset.
 *
 * @param presence whether it is there
 * @param product what it was recognised as; null if it was not
 * @param title how people write that; null likewise
 * @param role what it is for; null likewise
 * @param certainty how sure that is; null likewise
 * @param reason why; null likewise
 */
record Seen(
        Presence presence,
        @Nullable String product,
        @Nullable String title,
        @Nullable String role,
        @Nullable String certainty,
        @Nullable String reason) {

    /** The key of its intervals. */
    static final String KEY = "seen";

    static Seen as(Presence presence) {
        return new Seen(presence, null, null, null, null, null);
    }

    Seen with(Presence now) {
        return new Seen(now, product, title, role, certainty, reason);
    }
}
