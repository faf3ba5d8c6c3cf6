package dev.cadastre.server.topology;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people or tools said of an asset.
 *
 * @param title what people call it; null if nobody said
 * @param lifecycle how far it is in its life
 * @param labels words to find it by
 * @param attributes what else is said of it
 * @param owner the team that answers for it; null if that is inherited
 * @param by who said so
 * @param corrected what a person put right, as a sentence; null if nobody did
 */
record Told(
        @Nullable String title,
        AssetLifecycle lifecycle,
        Map<String, String> labels,
        Map<String, String> attributes,
        @Nullable String owner,
        String by,
        @Nullable String corrected) {

    /** The key of its intervals. */
    static final String KEY = "told";

    /** Nobody said anything. */
    static final Told NOTHING =
            new Told(null, AssetLifecycle.LIVE, Map.of(), Map.of(), null, "", null);

    Told {
        lifecycle = Objects.requireNonNullElse(lifecycle, AssetLifecycle.LIVE);
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        by = Objects.requireNonNullElse(by, "");
    }
}
