package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import dev.cadastre.server.topology.graph.Limit;
import dev.cadastre.server.topology.graph.Roots;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapTurn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Finds why assets cannot work. Asks for no permission, for it serves other parts of the server.
 * Thread-safe.
 */
@NamedInterface("impact")
@Service
public class Causes {

    private final AssetBook book;
    private final AssetGraph graph;
    private final MapTurn turn;

    Causes(AssetBook book, AssetGraph graph, MapTurn turn) {
        this.book = book;
        this.graph = graph;
        this.turn = turn;
    }

    /** Whether the map is in memory; before that, nothing is because of anything. */
    public boolean isReady() {
        return turn.isOpen();
    }

    /** A number that rises whenever the answers may have become others. */
    public long revision() {
        return graph.revision();
    }

    /**
     * What assets cannot work because of: by name, the asset at the bottom of it. Those that are at
     * the bottom themselves are not among them.
     *
     * @param failed names of assets that do not work, the one that failed first first
     */
    public Map<String, String> of(List<String> failed) {
        GraphView view = graph.view();
        List<Integer> numbers =
                failed.stream()
                        .flatMap(name -> book.find(name).stream())
                        .map(AssetEntry::number)
                        .toList();
        int[] roots =
                Roots.of(view, numbers, Limit.NONE).stream().mapToInt(Integer::intValue).toArray();
        Impact impact = Impact.of(view, roots, Limit.NONE);
        Map<String, String> causes = new HashMap<>();
        impact.fallen()
                .forEach(number -> {
                    AssetEntry asset = book.find(number);
                    AssetEntry root =
                            impact.path(number)
                                    .map(path -> book.find(path.assets().getFirst()))
                                    .orElse(null);
                    if (asset != null && root != null) {
                        causes.put(asset.name().toString(), root.name().toString());
                    }
                });
        return causes;
    }
}
