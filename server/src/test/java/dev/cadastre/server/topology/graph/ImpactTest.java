package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImpactTest {

    private static final int HOST = 1;
    private static final int DAEMON = 2;
    private static final int SERVICE = 3;
    private static final int APP = 4;
    private static final int REPLICA = 5;
    private static final int TEAM = 6;

    private static final Relation RUNS = Relation.of(DAEMON, RelationType.RUNS_ON, HOST);
    private static final Relation PROVIDES = Relation.of(DAEMON, RelationType.PROVIDES, SERVICE);
    private static final Relation CONNECTS = Relation.of(APP, RelationType.CONNECTS_TO, SERVICE);
    private static final Relation CONNECTS_TOO =
            Relation.of(APP, RelationType.CONNECTS_TO, REPLICA);

    @Example
    void withAHostFallsItsDaemonItsServiceAndTheAppThatConnectsToIt() {
        Impact impact = impact(Graphs.view(RUNS, PROVIDES, CONNECTS), HOST);

        assertThat(impact.fallen()).containsExactly(DAEMON, SERVICE, APP);
        assertThat(impact.path(APP))
                .contains(path(HOST, RUNS, DAEMON, PROVIDES, SERVICE, CONNECTS, APP));
        assertThat(impact.cause(APP)).contains(CONNECTS);
        assertThat(impact.cause(HOST)).isEmpty();
        assertThat(impact.path(HOST)).contains(path(HOST));
        assertThat(impact.reduced()).isEmpty();
    }

    @Example
    void nothingFallsWithWhatNeedsIt() {
        Impact impact = impact(Graphs.view(RUNS, PROVIDES, CONNECTS), APP);

        assertThat(impact.fallenCount()).isZero();
        assertThat(impact.isDown(APP)).isTrue();
        assertThat(impact.isDown(SERVICE)).isFalse();
        assertThat(impact.path(SERVICE)).isEmpty();
    }

    @Example
    void oneOfTwoAlternativesDownLeavesTheAppUpAndReduced() {
        GraphView view =
                Graphs.view(CONNECTS.withAlternatives(1), CONNECTS_TOO.withAlternatives(1));

        Impact impact = impact(view, SERVICE);

        assertThat(impact.fallen()).isEmpty();
        assertThat(impact.reduced()).containsExactly(APP);
        assertThat(impact.reductions(APP))
                .containsExactly(new Impact.Reduction(1, List.of(SERVICE), List.of(REPLICA)));
        assertThat(impact.reductions(SERVICE)).isEmpty();
    }

    @Example
    void bothAlternativesDownBringTheAppDown() {
        GraphView view =
                Graphs.view(CONNECTS.withAlternatives(1), CONNECTS_TOO.withAlternatives(1));

        Impact impact = impact(view, SERVICE, REPLICA);

        assertThat(impact.fallen()).containsExactly(APP);
        assertThat(impact.path(APP).orElseThrow().assets().getFirst()).isIn(SERVICE, REPLICA);
        assertThat(impact.reduced()).isEmpty();
    }

    @Example
    void eachOfTwoKindsOfAlternativesIsNeeded() {
        GraphView view =
                Graphs.view(CONNECTS.withAlternatives(1), CONNECTS_TOO.withAlternatives(2));

        assertThat(impact(view, REPLICA).fallen()).containsExactly(APP);
    }

    @Example
    void whatIsNotSeenAnyLongerNeitherBringsDownNorStandsIn() {
        GraphView view =
                Graphs.view(
                        CONNECTS.withAlternatives(1),
                        CONNECTS_TOO.withAlternatives(1).notCounting());

        assertThat(impact(view, REPLICA).fallen()).isEmpty();
        assertThat(impact(view, REPLICA).reduced()).isEmpty();
        assertThat(impact(view, SERVICE).fallen()).containsExactly(APP);
    }

    @Example
    void aCircleBringsNothingDownByItself() {
        Relation back = Relation.of(SERVICE, RelationType.DEPENDS_ON, APP);
        GraphView view = Graphs.view(RUNS, CONNECTS, back);

        assertThat(impact(view, HOST).fallen()).containsExactly(DAEMON);
        assertThat(impact(view, APP).fallen()).containsExactly(SERVICE);
        assertThat(impact(view, APP).path(SERVICE)).contains(path(APP, back, SERVICE));
    }

    @Example
    void nothingFallsWithATeam() {
        GraphView view = Graphs.view(Relation.of(APP, RelationType.OWNED_BY, TEAM));

        assertThat(impact(view, TEAM).fallen()).isEmpty();
    }

    @Example
    void aGroupFallsWithAMemberThatNothingStandsInFor() {
        GraphView view = Graphs.view(Relation.of(HOST, RelationType.MEMBER_OF, SERVICE));

        assertThat(impact(view, HOST).fallen()).containsExactly(SERVICE);
    }

    @Example
    void anAssetThatTheGraphDoesNotKnowFallsAlone() {
        Impact impact = impact(Graphs.view(RUNS), 1_000_000);

        assertThat(impact.isDown(1_000_000)).isTrue();
        assertThat(impact.fallenCount()).isZero();
        assertThat(impact.path(1_000_000)).contains(path(1_000_000));
    }

    @Example
    void stopsAtItsLimitWithWhatItFound() {
        List<Relation> chain = new ArrayList<>();
        for (int asset = 2; asset <= 10_000; asset++) {
            chain.add(Relation.of(asset, RelationType.DEPENDS_ON, asset - 1));
        }
        GraphView view = Graphs.view(chain);

        Impact impact = Impact.of(view, new int[] {1}, found -> found > 5_000);

        assertThat(impact.complete()).isFalse();
        assertThat(impact.fallenCount()).isBetween(5_000, 6_100);
        assertThat(Impact.of(view, new int[] {1}, Limit.NONE).fallenCount()).isEqualTo(9_999);
    }

    @Example
    void thousandsOfAlternativesAreLostOneByOne() {
        List<Relation> alternatives = new ArrayList<>();
        for (int asset = 2; asset <= 5_001; asset++) {
            alternatives.add(Relation.of(1, RelationType.DEPENDS_ON, asset).withAlternatives(7));
        }
        GraphView view = Graphs.view(alternatives);

        assertThat(impact(view, IntStream.rangeClosed(2, 5_001).toArray()).fallen())
                .containsExactly(1);
        Impact reduced = impact(view, IntStream.rangeClosed(3, 5_001).toArray());
        assertThat(reduced.fallen()).isEmpty();
        assertThat(reduced.reductions(1).getFirst().left()).containsExactly(2);
    }

    @Property(tries = 2_000)
    void letsFallExactlyWhatHasTo(
            @ForAll("relations") List<Relation> relations,
            @ForAll("assets") List<Integer> presumed) {
        NaiveGraph naive = NaiveGraph.of(relations);
        Impact impact = impact(Graphs.view(relations), toArray(presumed));

        Set<Integer> down = naive.down(presumed);
        Set<Integer> fallen = new HashSet<>(down);
        presumed.forEach(fallen::remove);
        assertThat(impact.fallen().boxed()).containsExactlyInAnyOrderElementsOf(fallen);
        assertThat(IntStream.rangeClosed(1, Graphs.ASSETS).filter(impact::isDown).boxed())
                .containsExactlyInAnyOrderElementsOf(down);
        assertThat(impact.reduced().boxed())
                .containsExactlyElementsOf(naive.reduced(presumed).stream().sorted().toList());
        impact.reduced().forEach(asset -> assertReductions(impact, asset, naive, down));
    }

    /** So many alternatives that they are counted instead of looked through. */
    @Property(tries = 200)
    void letsFallExactlyWhatHasToWithManyAlternatives(
            @ForAll("relations") List<Relation> relations,
            @ForAll("assets") List<Integer> presumed,
            @ForAll("alternatives") List<Relation> alternatives) {
        List<Relation> all = new ArrayList<>(relations);
        all.addAll(alternatives);
        for (int asset = 100; asset < 140; asset++) {
            all.add(Relation.of(1, RelationType.DEPENDS_ON, asset).withAlternatives(3));
        }
        List<Integer> down = new ArrayList<>(presumed);
        IntStream.range(100, 139).forEach(down::add);

        Impact impact = impact(Graphs.view(all), toArray(down));

        NaiveGraph naive = NaiveGraph.of(all);
        Set<Integer> fallen = naive.down(down);
        down.forEach(fallen::remove);
        assertThat(impact.fallen().boxed()).containsExactlyInAnyOrderElementsOf(fallen);
        assertThat(impact.reduced().boxed())
                .containsExactlyElementsOf(naive.reduced(down).stream().sorted().toList());
    }

    @Property(tries = 1_000)
    void explainsEachFallByOneThatCameBefore(
            @ForAll("relations") List<Relation> relations,
            @ForAll("assets") List<Integer> presumed) {
        Impact impact = impact(Graphs.view(relations), toArray(presumed));

        impact.fallen()
                .forEach(asset -> {
                    Path path = impact.path(asset).orElseThrow();
                    assertThat(path.assets().getFirst()).isIn(presumed);
                    assertThat(path.assets()).last().isEqualTo(asset);
                    assertThat(path.assets()).allMatch(impact::isDown);
                    assertThat(path.assets()).doesNotHaveDuplicates();
                    assertNeedsTheOneBefore(path);
                    assertThat(impact.cause(asset)).contains(path.relations().getLast());
                });
    }

    private static void assertNeedsTheOneBefore(Path path) {
        for (int i = 0; i < path.relations().size(); i++) {
            Relation relation = path.relations().get(i);
            assertThat(relation.counts()).isTrue();
            assertThat(relation.provider()).isEqualTo(path.assets().get(i));
            assertThat(relation.dependent()).isEqualTo(path.assets().get(i + 1));
        }
    }

    private static void assertReductions(
            Impact impact, int asset, NaiveGraph naive, Set<Integer> down) {
        assertThat(impact.reductions(asset)).isNotEmpty();
        for (Impact.Reduction reduction : impact.reductions(asset)) {
            Set<Integer> all = naive.alternatives(asset, reduction.alternatives());
            Set<Integer> lost = all.stream().filter(down::contains).collect(Collectors.toSet());
            Set<Integer> left = new HashSet<>(all);
            left.removeAll(lost);
            assertThat(reduction.lost()).containsExactlyInAnyOrderElementsOf(lost).isNotEmpty();
            assertThat(reduction.left()).containsExactlyInAnyOrderElementsOf(left).isNotEmpty();
        }
    }

    private static Impact impact(GraphView view, int... presumed) {
        Impact impact = Impact.of(view, presumed, Limit.NONE);
        assertThat(impact.complete()).isTrue();
        return impact;
    }

    /** Assets, and between them relations. */
    private static Path path(Object... steps) {
        List<Integer> assets = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Object step : steps) {
            if (step instanceof Relation relation) {
                relations.add(relation);
            } else {
                assets.add((Integer) step);
            }
        }
        return new Path(assets, relations);
    }

    private static int[] toArray(List<Integer> assets) {
        return assets.stream().mapToInt(Integer::intValue).toArray();
    }

    @Provide
    Arbitrary<List<Relation>> relations() {
        return Graphs.relations();
    }

    @Provide
    Arbitrary<List<Integer>> assets() {
        return Graphs.asset().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Relation>> alternatives() {
        return Arbitraries.integers()
                .between(1, Graphs.ASSETS)
                .map(asset -> Relation.of(1, RelationType.CONNECTS_TO, asset).withAlternatives(3))
                .list()
                .ofMaxSize(3);
    }
}
