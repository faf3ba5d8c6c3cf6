package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CyclesTest {

    private static final Relation SHOP_NEEDS_MAIL = Relation.of(1, RelationType.DEPENDS_ON, 2);
    private static final Relation MAIL_PROVIDES = Relation.of(2, RelationType.PROVIDES, 3);
    private static final Relation MAIL_NEEDS_SHOP = Relation.of(2, RelationType.CONNECTS_TO, 1);

    @Example
    void showsAWayRound() {
        GraphView view = Graphs.view(SHOP_NEEDS_MAIL, MAIL_PROVIDES, MAIL_NEEDS_SHOP);

        Cycles cycles = Cycles.within(view, new int[] {1, 2, 3}, Limit.NONE);

        Path round = new Path(List.of(1, 2, 1), List.of(SHOP_NEEDS_MAIL, MAIL_NEEDS_SHOP));
        assertThat(cycles)
                .isEqualTo(new Cycles(List.of(new Cycles.Cycle(List.of(1, 2), round)), true));
    }

    @Example
    void sayNothingOfWaysThatLeaveTheSet() {
        GraphView view = Graphs.view(SHOP_NEEDS_MAIL, MAIL_NEEDS_SHOP);

        assertThat(Cycles.within(view, new int[] {1, 3}, Limit.NONE).cycles()).isEmpty();
    }

    @Example
    void followChainsOfAnyLength() {
        List<Relation> circle = new ArrayList<>();
        for (int asset = 2; asset <= 100_000; asset++) {
            circle.add(Relation.of(asset, RelationType.DEPENDS_ON, asset - 1));
        }
        circle.add(Relation.of(1, RelationType.DEPENDS_ON, 100_000));
        GraphView view = Graphs.view(circle);
        int[] all = IntStream.rangeClosed(1, 100_000).toArray();

        assertThat(Cycles.within(view, all, Limit.NONE).cycles().getFirst().assets())
                .hasSize(100_000);
        assertThat(Cycles.within(view, all, found -> true).complete()).isFalse();
    }

    @Property(tries = 1_000)
    void areThoseThatReachEachOther(
            @ForAll("relations") List<Relation> relations, @ForAll("set") Set<Integer> set) {
        int[] assets = set.stream().mapToInt(Integer::intValue).toArray();
        Cycles cycles = Cycles.within(Graphs.view(relations), assets, Limit.NONE);

        assertThat(cycles.complete()).isTrue();
        assertThat(cycles.cycles().stream().map(cycle -> Set.copyOf(cycle.assets())))
                .containsExactlyInAnyOrderElementsOf(components(NaiveGraph.of(relations), set));
        assertThat(cycles.cycles().stream().map(cycle -> -cycle.assets().size())).isSorted();
        cycles.cycles().forEach(CyclesTest::assertExample);
    }

    private static void assertExample(Cycles.Cycle cycle) {
        Path example = cycle.example();
        assertThat(cycle.assets()).containsAll(example.assets()).isSorted();
        assertThat(example.assets().getFirst()).isEqualTo(cycle.assets().getFirst());
        assertThat(example.assets()).last().isEqualTo(cycle.assets().getFirst());
        for (int i = 0; i < example.relations().size(); i++) {
            Relation relation = example.relations().get(i);
            assertThat(relation.counts()).isTrue();
            assertThat(relation.dependent()).isEqualTo(example.assets().get(i));
            assertThat(relation.provider()).isEqualTo(example.assets().get(i + 1));
        }
    }

    private static Set<Set<Integer>> components(NaiveGraph naive, Set<Integer> set) {
        Set<Set<Integer>> found = new HashSet<>();
        for (int asset : set) {
            Set<Integer> needed = naive.needed(asset, set);
            if (needed.contains(asset)) {
                found.add(
                        needed.stream()
                                .filter(other -> naive.needed(other, set).contains(asset))
                                .collect(Collectors.toSet()));
            }
        }
        return found;
    }

    @Provide
    Arbitrary<List<Relation>> relations() {
        return Graphs.relations();
    }

    @Provide
    Arbitrary<Set<Integer>> set() {
        return Graphs.asset().set();
    }
}
