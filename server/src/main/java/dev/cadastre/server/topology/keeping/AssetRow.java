package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it is stored, now or at a moment.
 *
 * @param entry without its host if that is retired
 * @param seenSince since when reports show it so; null if they never did
 * @param told what was said of it; {@link Told#NOTHING} if nothing was
 * @param toldSince since when; null if nothing was
 */
public record AssetRow(
        AssetEntry entry, @Nullable Instant seenSince, Told told, @Nullable Instant toldSince) {

    /** What it is called. */
    public AssetName name() {
        return entry.name();
    }
}
