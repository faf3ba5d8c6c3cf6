package dev.cadastre.server.topology.graph;

import java.util.List;

/**
 * A way along relations.
 *
 * @param assets those on the way, with both ends
 * @param relations one fewer than assets: each connects the asset at its position with the next, in
 *     whichever direction it points
 */
public record Path(List<Integer> assets, List<Relation> relations) {

    /** Copies both. */
    public Path {
        assets = List.copyOf(assets);
        relations = List.copyOf(relations);
    }
}
