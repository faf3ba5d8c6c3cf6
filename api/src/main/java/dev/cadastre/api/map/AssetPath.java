package dev.cadastre.api.map;

import java.util.List;

/**
 * A way from one asset to another.
 *
 * @param assets the ids of those on it, with both ends; empty if there is no way
 */
public record AssetPath(List<String> assets) {

    /** Copies the ids. */
    public AssetPath {
        assets = List.copyOf(assets);
    }
}
