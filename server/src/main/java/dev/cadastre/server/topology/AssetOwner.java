package dev.cadastre.server.topology;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call.
 *
 * @param team the name of the team
 * @param contacts how to reach it; empty where nobody said
 * @param reason why it is this one, as a sentence
 * @param inheritedFrom the asset whose owner it is; null where it is the asset's own
 */
public record AssetOwner(
        String team,
        Map<String, String> contacts,
        String reason,
        @Nullable AssetName inheritedFrom) {

    /** Copies the contacts. */
    public AssetOwner {
        contacts = Map.copyOf(contacts);
    }
}
