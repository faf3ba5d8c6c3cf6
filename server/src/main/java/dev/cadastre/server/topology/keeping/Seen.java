package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.Presence;
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
public record Seen(
        Presence presence,
        @Nullable String product,
        @Nullable String title,
        @Nullable String role,
        @Nullable String certainty,
        @Nullable String reason) {

    /** The key of its intervals. */
    static final String KEY = "seen";

    /** Of an asset that nothing more is known of. */
    public static Seen as(Presence presence) {
        return new Seen(presence, null, null, null, null, null);
    }

    /** The same, there or not as it is now. */
    public Seen with(Presence now) {
        return new Seen(now, product, title, role, certainty, reason);
    }
}
