package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody says of an asset.
 *
 * @param place where that was said, for whoever has to correct it: {@code line 3}; empty if there
 *     is only one
 * @param id the asset's name as it was written
 * @param title what people call it; null if nobody says
 * @param environment where it is; null where its name tells, or where it lies in none
 * @param lifecycle how far it is in its life
 * @param labels words to find it by
 * @param attributes what else is said of it
 * @param owner the team that answers for it; null where that is inherited
 */
@NamedInterface("telling")
public record AssetStatement(
        String place,
        String id,
        @Nullable String title,
        @Nullable String environment,
        AssetLifecycle lifecycle,
        Map<String, String> labels,
        Map<String, String> attributes,
        @Nullable String owner) {

    /** Copies the maps. */
    public AssetStatement {
        labels = Map.copyOf(labels);
        attributes = Map.copyOf(attributes);
    }

    /** That it is there, and no more. */
    static AssetStatement bare(AssetName name, @Nullable String environment) {
        return new AssetStatement(
                "",
                name.toString(),
                null,
                environment,
                AssetLifecycle.LIVE,
                Map.of(),
                Map.of(),
                null);
    }
}
