package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Finds what an asset needs, by the relations that count now. Asks for no permission, for it serves
 * other parts of the server. Thread-safe.
 */
@NamedInterface("impact")
@Service
public class Needs {

    private final AssetBook book;
    private final AssetGraph graph;

    Needs(AssetBook book, AssetGraph graph) {
        this.book = book;
        this.graph = graph;
    }

    /**
     * The asset itself and what it needs, the nearest first; none if it is not on the map.
     *
     * @param steps how many relations away at most
     * @param limit the most to find
     */
    public List<NeededAsset> of(String asset, int steps, int limit) {
        AssetEntry start = book.find(asset).orElse(null);
        if (start == null) {
            return List.of();
        }
        GraphView view = graph.view();
        Map<Integer, NeededAsset> found = new LinkedHashMap<>();
        found.put(start.number(), needed(start, List.of()));
        List<Integer> last = List.of(start.number());
        for (int step = 0; step < steps && found.size() < limit; step++) {
            last = further(last, view, found, limit);
        }
        return List.copyOf(found.values());
    }

    private List<Integer> further(
            List<Integer> last, GraphView view, Map<Integer, NeededAsset> found, int limit) {
        List<Integer> next = new ArrayList<>();
        for (int one : last) {
            NeededAsset from = found.get(one);
            for (int number : neededOrHost(one, view)) {
                AssetEntry asset = book.find(number);
                if (asset != null
                        && from != null
                        && found.size() < limit
                        && !found.containsKey(number)) {
                    found.put(number, needed(asset, from.path()));
                    next.add(number);
                }
            }
        }
        return next;
    }

    /** What ended has no relations any more, and is on its host all the same. */
    private SortedSet<Integer> neededOrHost(int number, GraphView view) {
        SortedSet<Integer> needed = needed(number, view);
        AssetEntry asset = book.find(number);
        if (asset != null) {
            book.host(asset).ifPresent(host -> needed.add(host.number()));
        }
        return needed;
    }

    /** In an order of its own, so that the same question has the same answer. */
    private static SortedSet<Integer> needed(int asset, GraphView view) {
        SortedSet<Integer> needed = new TreeSet<>();
        view.forEachDependency(asset, (from, _, to, _, _) -> needed.add(from == asset ? to : from));
        return needed;
    }

    private static NeededAsset needed(AssetEntry asset, List<String> before) {
        List<String> path = new ArrayList<>(before);
        path.add(asset.name().toString());
        return new NeededAsset(asset.name().toString(), asset.environment(), path);
    }
}
