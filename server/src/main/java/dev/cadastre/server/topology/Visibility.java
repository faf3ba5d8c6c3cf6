package dev.cadastre.server.topology;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import org.springframework.stereotype.Component;

/**
 * Decides what a reader may see: what lies in an environment within reach; and of what lies in
 * none, such as teams and strangers, what has to do with something that may be seen. Thread-safe.
 */
@Component
class Visibility {

    private final AssetBook book;
    private final AssetGraph graph;

    Visibility(AssetBook book, AssetGraph graph) {
        this.book = book;
        this.graph = graph;
    }

    boolean visible(AssetEntry asset, Reach reach) {
        if (reach.environments() == null) {
            return true;
        }
        String environment = asset.environment();
        return environment == null ? known(asset, reach) : reach.covers(environment);
    }

    private boolean known(AssetEntry asset, Reach reach) {
        GraphView view = graph.view();
        boolean[] found = {false};
        view.forEachRelation(
                asset.number(),
                (from, _, to, _, _) -> {
                    AssetEntry other = book.find(from == asset.number() ? to : from);
                    String environment = other == null ? null : other.environment();
                    if (environment != null && reach.covers(environment)) {
                        found[0] = true;
                    }
                });
        return found[0];
    }
}
