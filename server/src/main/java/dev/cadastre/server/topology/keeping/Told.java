package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetLifecycle;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people or tools said of an asset.
 *
 * @param title what it was said to be called; null if nobody said
 * @param lifecycle how far it is in its life
 * @param labels words to find it by
 * @param attributes what else is said of it
 * @param owner the team that was said to answer for it; null if that is inherited
 * @param by who said so
 * @param corrected what a person put right, as a sentence; null if nobody did
 * @param correctedTitle what a person called it, whatever else is said; null if nobody did
 * @param correctedOwner the team that a person named, whatever else is said; null likewise
 */
public record Told(
        @Nullable String title,
        AssetLifecycle lifecycle,
        Map<String, String> labels,
        Map<String, String> attributes,
        @Nullable String owner,
        String by,
        @Nullable String corrected,
        @Nullable String correctedTitle,
        @Nullable String correctedOwner) {

    /** The key of its intervals. */
    static final String KEY = "told";

    /** Nobody said anything. */
    public static final Told NOTHING =
            new Told(null, AssetLifecycle.LIVE, Map.of(), Map.of(), null, "", null, null, null);

    /** Copies the maps. */
    public Told {
        lifecycle = Objects.requireNonNullElse(lifecycle, AssetLifecycle.LIVE);
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        by = Objects.requireNonNullElse(by, "");
    }

    /** What it is called; null if nobody said. */
    public @Nullable String titleInForce() {
        return correctedTitle == null ? title : correctedTitle;
    }

    /** The team that answers for it; null if nobody said. */
    public @Nullable String ownerInForce() {
        return correctedOwner == null ? owner : correctedOwner;
    }

    /** The same as people put it right. */
    public Told with(
            @Nullable String words, @Nullable String rightTitle, @Nullable String rightOwner) {
        return new Told(
                title, lifecycle, labels, attributes, owner, by, words, rightTitle, rightOwner);
    }

    /** What people put right, and nothing that was said. */
    public Told withoutWords() {
        return NOTHING.with(corrected, correctedTitle, correctedOwner);
    }

    /** Whether anybody said or put right anything. */
    public boolean stands() {
        return !by.isEmpty() || corrected != null;
    }
}
