package dev.cadastre.api.map;

import java.util.List;

/**
 * What became of what was said.
 *
 * @param assets how many assets were told of
 * @param relations how many relations were told of
 * @param created the ids of those assets that the map did not know before
 */
public record MapReceipt(int assets, int relations, List<String> created) {

    /** Copies the ids. */
    public MapReceipt {
        created = List.copyOf(created);
    }
}
