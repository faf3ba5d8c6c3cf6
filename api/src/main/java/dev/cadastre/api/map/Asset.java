package dev.cadastre.api.map;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Anything on the map, now or at a moment.
 *
 * @param id {@code KIND:NAME}, without a slash: {@code host:web1}, {@code service:5432-tcp@db1},
 *     {@code daemon:postgresql@db1}, {@code app:shop@qa}, {@code team:payments}, {@code
 *     external:203.0.113.7}
 * @param kind what stands before the colon of its id
 * @param title what people call it; its name where nobody said
 * @param environment where it is; null where it lies in none, as a team or somebody else's system
 * @param lifecycle how far it is in its life
 * @param presence how it is known, and whether it is still there
 * @param since since when its presence is this
 * @param firstSeen when it was first known
 * @param lastSeen when it was last told of; null where nothing observes it
 * @param product what it is, as far as that was recognised; null if it was not
 * @param labels words to find it by
 * @param attributes what else is known of it
 * @param owner who answers for it, and why; null if nobody does
 * @param corrected what a person put right; null if nobody did
 */
public record Asset(
        String id,
        String kind,
        String title,
        @Nullable String environment,
        Lifecycle lifecycle,
        Presence presence,
        Instant since,
        Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Product product,
        Map<String, String> labels,
        Map<String, String> attributes,
        @Nullable AssetOwner owner,
        @Nullable String corrected) {

    /** How far an asset is in its life. */
    public enum Lifecycle {
        PLANNED,
        LIVE,
        RETIRING,
        RETIRED
    }

    /** How an asset is known. */
    public enum Presence {
        /** It was in the last report of its host. */
        SEEN,
        /** Others speak of it or with it; nobody looked at it. */
        CLAIMED,
        /** It was there, and is not any longer: it does not listen, or does not run. */
        GONE,
        /** Its host sends no reports any longer, so that nobody knows. */
        STALE,
        /** People or tools said so; nothing observes it. */
        DECLARED
    }
}
