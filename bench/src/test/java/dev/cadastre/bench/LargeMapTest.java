package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.BulkLoad;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import dev.cadastre.server.topology.graph.Limit;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeMapTest {

    private static final int SYSTEMS = 20;

    private final LargeMap map = new LargeMap(SYSTEMS);

    @Test
    void hasFiveRelationsToAnAssetEachOnce() {
        Set<String> relations = new HashSet<>();
        map.forEach((from, type, to, alternatives, counts) -> {
            assertThat(from).isBetween(1, map.assets());
            assertThat(to).isBetween(1, map.assets());
            assertThat(relations.add(from + " " + type + " " + to)).isTrue();
        });

        // The first platform does not need what it provides to all others.
        assertThat(relations).hasSize(SYSTEMS * 5_000 - 500);
    }

    @Test
    void halfOfAllFallsWithTheHub() {
        BulkLoad load = new BulkLoad();
        map.forEach(load::add);
        AssetGraph graph = new AssetGraph();
        graph.replaceAll(load);
        GraphView view = graph.view();

        Impact impact = Impact.of(view, new int[] {LargeMap.HUB}, Limit.NONE);

        assertThat(impact.fallenCount()).isGreaterThan(map.assets() / 2 - LargeMap.SYSTEM);
    }
}
