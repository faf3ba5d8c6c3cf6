package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.BulkLoad;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the map into memory. */
@Component
public class MapLoad {

    private final AssetTable assets;
    private final RelationTable relations;
    private final AssetBook book;
    private final ToldBook told;
    private final AssetGraph graph;
    private final KnownAliases aliases;
    private final MapTurn turn;

    MapLoad(
            AssetTable assets,
            RelationTable relations,
            AssetBook book,
            ToldBook told,
            AssetGraph graph,
            KnownAliases aliases,
            MapTurn turn) {
        this.assets = assets;
        this.relations = relations;
        this.book = book;
        this.told = told;
        this.graph = graph;
        this.aliases = aliases;
        this.turn = turn;
    }

    /** To be called before anything is changed. */
    @Transactional(readOnly = true)
    public void load() {
        assets.each(book::put);
        assets.eachTold(told::put);
        BulkLoad all = new BulkLoad();
        relations.each((key, state) ->
                all.add(
                        key.source(),
                        key.type(),
                        key.target(),
                        state.alternativesNumber(),
                        state.counts()));
        graph.replaceAll(all);
        aliases.learn();
        turn.open();
    }
}
