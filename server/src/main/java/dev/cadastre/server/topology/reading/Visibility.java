package dev.cadastre.server.topology.reading;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import org.springframework.stereotype.Component;

/**
 * Decides what a reader may see: what lies in an environment within reach; and of what lies in
 * none, such as teams and strangers, what has to do with something that may be seen. Thread-safe.
 */
@Component
public class Visibility {

    private final AssetBook book;
    private final AssetGraph graph;

    Visibility(AssetBook book, AssetGraph graph) {
        this.book = book;
        this.graph = graph;
    }

    /** Whether a reader may see it. */
    public boolean visible(AssetEntry asset, Reach reach) {
        if (reach.environments() == null) {
            return true;
        }
        String environment = asset.environment();
        return environment == null ? isBesideSome(asset, reach) : reach.covers(environment);
    }

    /**
     * The living asset of that name.
     *
     * @throws UnknownAsset if there is none that may be seen
     */
    public AssetEntry known(String name, Reach reach) {
        return book.find(name)
                .filter(asset -> visible(asset, reach))
                .orElseThrow(() -> new UnknownAsset(name));
    }

    private boolean isBesideSome(AssetEntry asset, Reach reach) {
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
