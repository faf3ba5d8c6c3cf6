package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class AssetGraphTest {

    private static final Relation RUNS = Relation.of(2, RelationType.RUNS_ON, 1);
    private static final Relation PROVIDES = Relation.of(2, RelationType.PROVIDES, 3);
    private static final Relation OWNED = Relation.of(1, RelationType.OWNED_BY, 4);

    private final AssetGraph graph = new AssetGraph();

    @Example
    void tellsWhatAnAssetNeedsWhicheverWayARelationPoints() {
        GraphView view = Graphs.view(RUNS, PROVIDES, OWNED);

        assertThat(dependencies(view, 2)).containsExactly(RUNS);
        assertThat(dependencies(view, 3)).containsExactly(PROVIDES);
        assertThat(dependencies(view, 1)).isEmpty();
        assertThat(relations(view, 1)).containsExactlyInAnyOrder(RUNS, OWNED);
    }

    @Example
    void aReaderKeepsWhatItBeganWith() {
        graph.change(changes -> changes.put(RUNS));
        GraphView before = graph.view();

        graph.change(changes -> {
            changes.put(PROVIDES);
            changes.removeAll(1);
        });

        assertThat(relations(before, 2)).containsExactly(RUNS);
        assertThat(relations(graph.view(), 2)).containsExactly(PROVIDES);
    }

    @Example
    void nothingChangesIfChangesFail() {
        graph.change(changes -> changes.put(RUNS));

        assertThatThrownBy(() ->
                        graph.change(changes -> {
                            changes.removeAll(1);
                            throw new IllegalStateException("half-way");
                        }))
                .hasMessage("half-way");

        assertThat(relations(graph.view(), 1)).containsExactly(RUNS);
    }

    @Example
    void whatIsTheCaseAlreadyMakesNoNewView() {
        graph.change(changes -> changes.replaceFrom(2, List.of(RUNS, PROVIDES)));
        GraphView before = graph.view();

        graph.change(changes -> changes.replaceFrom(2, List.of(PROVIDES, RUNS)));

        assertThat(graph.view()).isSameAs(before);
    }

    @Example
    void refusesNumbersThatNothingCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Relation.of(0, RelationType.RUNS_ON, 1))
                .withMessageContaining("from 1 to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUNS.withAlternatives(1 << 28))
                .withMessageContaining("not 268435456");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.change(all -> all.replaceFrom(1, List.of(RUNS))))
                .withMessageContaining("does not start from 1");
    }

    @Example
    void anAssetThatThousandsNeedIsChangedAsAnyOther() {
        List<Relation> many = new ArrayList<>();
        for (int asset = 2; asset <= 20_000; asset++) {
            many.add(Relation.of(asset, RelationType.DEPENDS_ON, 1));
        }
        Collections.shuffle(many, new Random(1));
        many.forEach(relation -> graph.change(changes -> changes.put(relation)));
        assertThat(relations(graph.view(), 1)).hasSize(19_999);

        many.subList(0, 19_000)
                .forEach(relation ->
                        graph.change(all -> all.remove(relation.from(), relation.type(), 1)));

        assertThat(relations(graph.view(), 1))
                .containsExactlyInAnyOrderElementsOf(many.subList(19_000, 19_999));
        graph.change(changes -> changes.removeAll(1));
        assertThat(graph.view().relations()).isZero();
    }

    @Property(tries = 300)
    void saysWhatWasPutAndNotRemoved(@ForAll("steps") List<Step> steps) {
        AssetGraph graph = new AssetGraph();
        NaiveGraph naive = new NaiveGraph();
        for (Step step : steps) {
            graph.change(step::change);
            step.change(naive);
            assertSame(graph.view(), naive);
        }
    }

    @Property(tries = 300)
    void manyTogetherAreAsOneByOne(@ForAll("steps") List<Step> steps) {
        AssetGraph graph = new AssetGraph();
        NaiveGraph naive = new NaiveGraph();
        graph.change(changes -> steps.forEach(step -> step.change(changes)));
        steps.forEach(step -> step.change(naive));

        assertSame(graph.view(), naive);
    }

    @Property(tries = 300)
    void isTheSameLoadedAtOnce(@ForAll("relations") List<Relation> relations) {
        AssetGraph graph = new AssetGraph();
        NaiveGraph naive = new NaiveGraph();
        BulkLoad load = new BulkLoad();
        relations.stream()
                .filter(relation -> naive.of(relation.from()).stream().noneMatch(same(relation)))
                .forEach(relation -> {
                    naive.put(relation);
                    add(load, relation);
                });
        graph.replaceAll(load);

        assertSame(graph.view(), naive);
    }

    @Example
    void ofRelationsLoadedTwiceTheOneThatCountsIsKept() {
        BulkLoad load = new BulkLoad();
        List.of(RUNS.notCounting().withAlternatives(9), RUNS, RUNS.withAlternatives(2), RUNS)
                .forEach(relation -> add(load, relation));
        graph.replaceAll(load);

        assertThat(relations(graph.view(), 1)).containsExactly(RUNS.withAlternatives(2));
        assertThat(dependencies(graph.view(), 2)).containsExactly(RUNS.withAlternatives(2));
        assertThat(graph.view().relations()).isOne();
    }

    @Example
    void loadsAnAssetThatThousandsNeed() {
        BulkLoad load = new BulkLoad();
        for (int asset = 100_000; asset > 1; asset--) {
            add(load, Relation.of(asset, RelationType.DEPENDS_ON, 1));
        }
        graph.replaceAll(load);
        graph.change(changes -> changes.remove(70_000, RelationType.DEPENDS_ON, 1));

        Set<Relation> found = relations(graph.view(), 1);
        assertThat(found).hasSize(99_998);
        assertThat(found).doesNotContain(Relation.of(70_000, RelationType.DEPENDS_ON, 1));
        assertThat(graph.view().find(70_001, RelationType.DEPENDS_ON, 1)).isPresent();
    }

    private static Predicate<Relation> same(Relation relation) {
        return other ->
                other.from() == relation.from()
                        && other.type() == relation.type()
                        && other.to() == relation.to();
    }

    private static void add(BulkLoad load, Relation relation) {
        load.add(
                relation.from(),
                relation.type(),
                relation.to(),
                relation.alternatives(),
                relation.counts());
    }

    private static void assertSame(GraphView view, NaiveGraph naive) {
        assertThat(view.relations()).isEqualTo(naive.relations().size());
        for (int asset = 1; asset <= Graphs.ASSETS + 1; asset++) {
            Set<Relation> expected = naive.of(asset);
            assertThat(relations(view, asset)).isEqualTo(expected);
            assertThat(view.hasRelations(asset)).isEqualTo(!expected.isEmpty());
            assertThat(dependencies(view, asset)).isEqualTo(needs(naive, asset));
        }
    }

    private static Set<Relation> needs(NaiveGraph naive, int asset) {
        Set<Relation> found = new HashSet<>(naive.counting());
        found.removeIf(relation -> relation.dependent() != asset);
        return found;
    }

    private static Set<Relation> relations(GraphView view, int asset) {
        Collected collected = new Collected();
        view.forEachRelation(asset, collected);
        Collected ends = new Collected();
        view.forEachFrom(asset, ends);
        view.forEachTo(
                asset,
                (from, type, to, alternatives, counts) -> {
                    if (from != to) {
                        ends.visit(from, type, to, alternatives, counts);
                    }
                });
        assertThat(ends.once()).isEqualTo(collected.once());
        return collected.once();
    }

    private static Set<Relation> dependencies(GraphView view, int asset) {
        Collected collected = new Collected();
        view.forEachDependency(asset, collected);
        return collected.once();
    }

    private static final class Collected implements RelationVisitor {

        private final List<Relation> shown = new ArrayList<>();

        @Override
        public void visit(int from, RelationType type, int to, int alternatives, boolean counts) {
            shown.add(new Relation(from, type, to, alternatives, counts));
        }

        Set<Relation> once() {
            assertThat(shown).doesNotHaveDuplicates();
            return new HashSet<>(shown);
        }
    }

    sealed interface Step {
        void change(GraphChanges changes);

        void change(NaiveGraph naive);
    }

    record Put(Relation relation) implements Step {
        @Override
        public void change(GraphChanges changes) {
            changes.put(relation);
        }

        @Override
        public void change(NaiveGraph naive) {
            naive.put(relation);
        }
    }

    record Remove(Relation relation) implements Step {
        @Override
        public void change(GraphChanges changes) {
            changes.remove(relation.from(), relation.type(), relation.to());
        }

        @Override
        public void change(NaiveGraph naive) {
            naive.remove(relation);
        }
    }

    record Replace(int asset, List<Relation> relations) implements Step {
        @Override
        public void change(GraphChanges changes) {
            changes.replaceFrom(asset, relations);
        }

        @Override
        public void change(NaiveGraph naive) {
            naive.replaceFrom(asset, relations);
        }
    }

    record RemoveAll(int asset) implements Step {
        @Override
        public void change(GraphChanges changes) {
            changes.removeAll(asset);
        }

        @Override
        public void change(NaiveGraph naive) {
            naive.removeAll(asset);
        }
    }

    @Provide
    Arbitrary<List<Relation>> relations() {
        return Graphs.relations();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> put = Graphs.relation().map(Put::new);
        Arbitrary<Step> remove = Graphs.relation().map(Remove::new);
        Arbitrary<Step> replace =
                Combinators.combine(Graphs.asset(), Graphs.relation().list().ofMaxSize(5))
                        .as((asset, relations) -> new Replace(asset, from(asset, relations)));
        Arbitrary<Step> removeAll = Graphs.asset().map(RemoveAll::new);
        Arbitrary<Step> step =
                Arbitraries.frequencyOf(
                        Tuple.of(6, put),
                        Tuple.of(2, remove),
                        Tuple.of(2, replace),
                        Tuple.of(1, removeAll));
        return step.list().ofMaxSize(30);
    }

    private static List<Relation> from(int asset, List<Relation> relations) {
        return relations.stream()
                .map(all ->
                        new Relation(asset, all.type(), all.to(), all.alternatives(), all.counts()))
                .toList();
    }
}
