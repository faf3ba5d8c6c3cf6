package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What became of what was said.
 *
 * @param assets how many assets were told of
 * @param relations how many relations were told of
 * @param created the assets that the map did not know before, by name
 */
@NamedInterface("telling")
public record MapReceipt(int assets, int relations, List<AssetName> created) {

    /** Copies the names. */
    public MapReceipt {
        created = List.copyOf(created);
    }
}
