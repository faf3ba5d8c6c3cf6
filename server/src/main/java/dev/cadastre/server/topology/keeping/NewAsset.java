package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import org.jspecify.annotations.Nullable;

/**
 * An asset to be added.
 *
 * @param environment where it is; null if nowhere
 * @param host the ordinal of the host that it is, or is on; 0 if there is none
 */
public record NewAsset(AssetName name, @Nullable String environment, int host) {}
