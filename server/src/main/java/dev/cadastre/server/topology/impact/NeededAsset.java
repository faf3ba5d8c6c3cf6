package dev.cadastre.server.topology.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What an asset needs, directly or by way of others.
 *
 * @param name what it is called
 * @param environment where it is; null where it lies in none
 * @param path the names from the asset that needs it to it, with both, along the shortest way
 */
@NamedInterface("impact")
public record NeededAsset(String name, @Nullable String environment, List<String> path) {

    /** Copies the path. */
    public NeededAsset {
        path = List.copyOf(path);
    }

    /** How many relations away it is; 0 for the asset itself. */
    public int distance() {
        return path.size() - 1;
    }
}
