package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.UnloadedMap;
import org.springframework.transaction.PlatformTransactionManager;

/** Causes as a test needs them. */
public final class CausesByTest {

    private CausesByTest() {}

    /** Those that are known before the map is in memory. */
    public static Causes ofUnloadedMap(PlatformTransactionManager transactions) {
        return new Causes(new AssetBook(), new AssetGraph(), UnloadedMap.turn(transactions));
    }
}
