package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Graphs for tests: few assets and many relations, so that circles and alternatives are common. */
final class Graphs {

    static final int ASSETS = 12;

    private Graphs() {}

    static Arbitrary<List<Relation>> relations() {
        return relation().list().ofMaxSize(40);
    }

    static Arbitrary<Relation> relation() {
        return Combinators.combine(
                        asset(),
                        Arbitraries.of(RelationType.class),
                        asset(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 5))
                .as((from, type, to, alternatives, standing) ->
                        new Relation(from, type, to, alternatives, standing > 0));
    }

    static Arbitrary<Integer> asset() {
        return Arbitraries.integers().between(1, ASSETS);
    }

    static GraphView view(Relation... relations) {
        return view(List.of(relations));
    }

    static GraphView view(Collection<Relation> relations) {
        AssetGraph graph = new AssetGraph();
        graph.change(changes -> relations.forEach(changes::put));
        return graph.view();
    }
}
