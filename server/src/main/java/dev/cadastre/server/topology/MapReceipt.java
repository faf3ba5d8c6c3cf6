package dev.cadastre.server.topology;

import java.util.List;

/**
 * What became of what was said.
 *
 * @param assets how many assets were told of
 * @param relations how many relations were told of
 * @param created the assets that the map did not know before, by name
 */
public record MapReceipt(int assets, int relations, List<AssetName> created) {

    /** Copies the names. */
    public MapReceipt {
        created = List.copyOf(created);
    }
}
