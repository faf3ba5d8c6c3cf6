package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.Presence;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Anything on the map, now or at a moment.
 *
 * @param name what it is called everywhere
 * @param title what people call it
 * @param environment where it is; null where it lies in none
 * @param host the name of the host that it is, or is on; null if there is none
 * @param lifecycle how far it is in its life
 * @param presence how it is known, and whether it is still there
 * @param since since when its presence is this
 * @param firstSeen when it was first known
 * @param lastSeen when it was last told of; null where nothing observes it
 * @param product what it was recognised as; null if it was not
 * @param labels words to find it by
 * @param attributes what else is known of it
 * @param owner who answers for it; null if nobody does
 * @param corrected what a person put right; null if nobody did
 */
@NamedInterface("reading")
public record MapAsset(
        AssetName name,
        String title,
        @Nullable String environment,
        @Nullable String host,
        AssetLifecycle lifecycle,
        Presence presence,
        Instant since,
        Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable AssetProduct product,
        Map<String, String> labels,
        Map<String, String> attributes,
        @Nullable AssetOwner owner,
        @Nullable String corrected) {

    /** Copies the maps. */
    public MapAsset {
        labels = Map.copyOf(labels);
        attributes = Map.copyOf(attributes);
    }
}
