package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.SinglePoints.Question;
import dev.cadastre.server.topology.graph.SinglePoints.SinglePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SinglePointsTest {

    private static final int HOST = 1;
    private static final int SECOND_HOST = 2;
    private static final int APP = 3;
    private static final int SECOND_APP = 4;
    private static final int DISK = 5;
    private static final int[] ALL = {HOST, SECOND_HOST, APP, SECOND_APP, DISK};

    private static final GraphView VIEW =
            Graphs.view(
                    Relation.of(APP, RelationType.RUNS_ON, HOST).withAlternatives(1),
                    Relation.of(APP, RelationType.RUNS_ON, SECOND_HOST).withAlternatives(1),
                    Relation.of(SECOND_APP, RelationType.RUNS_ON, SECOND_HOST),
                    Relation.of(HOST, RelationType.DEPENDS_ON, DISK),
                    Relation.of(SECOND_HOST, RelationType.DEPENDS_ON, DISK));

    @Example
    void areWhatNothingStandsInForTheWorstFirst() {
        SinglePoints points =
                SinglePoints.of(
                        VIEW,
                        new Question(ALL, all -> true, SinglePointsTest::isApp, 10),
                        Limit.NONE);

        assertThat(points.points())
                .containsExactly(new SinglePoint(DISK, 4, 2), new SinglePoint(SECOND_HOST, 1, 1));
        assertThat(points.complete()).isTrue();
    }

    @Example
    void countOnlyWhatIsToBeCounted() {
        SinglePoints points =
                SinglePoints.of(
                        VIEW,
                        new Question(ALL, asset -> asset == APP, SinglePointsTest::isApp, 10),
                        Limit.NONE);

        assertThat(points.points()).containsExactly(new SinglePoint(DISK, 1, 1));
    }

    @Example
    void areExactEvenWhereTheLimitEndsTheSearch() {
        SinglePoints points =
                SinglePoints.of(
                        VIEW,
                        new Question(ALL, all -> true, SinglePointsTest::isApp, 10),
                        found -> found > 0);

        assertThat(points.points()).containsExactly(new SinglePoint(DISK, 4, 2));
        assertThat(points.complete()).isFalse();
    }

    @Property(tries = 1_000)
    void areRankedAsIfEachWereTried(
            @ForAll("relations") List<Relation> relations,
            @ForAll("set") Set<Integer> candidates,
            @ForAll @IntRange(min = 1, max = 13) int most) {
        int[] assets = candidates.stream().mapToInt(Integer::intValue).toArray();
        SinglePoints points =
                SinglePoints.of(
                        Graphs.view(relations),
                        new Question(assets, asset -> asset != 7, SinglePointsTest::isApp, most),
                        Limit.NONE);

        NaiveGraph naive = NaiveGraph.of(relations);
        List<SinglePoint> expected =
                candidates.stream()
                        .map(asset -> tried(naive, asset))
                        .filter(point -> point.fallen() > 0)
                        .sorted(
                                Comparator.comparingInt(SinglePoint::fallen)
                                        .thenComparingInt(SinglePoint::apps)
                                        .reversed()
                                        .thenComparingInt(SinglePoint::asset))
                        .limit(most)
                        .toList();
        assertThat(points).isEqualTo(new SinglePoints(expected, true));
    }

    private static SinglePoint tried(NaiveGraph naive, int asset) {
        Set<Integer> down = naive.down(List.of(asset));
        down.remove(asset);
        down.remove(7);
        int apps = (int) down.stream().filter(SinglePointsTest::isApp).count();
        return new SinglePoint(asset, down.size(), apps);
    }

    private static boolean isApp(int asset) {
        return IntStream.of(APP, SECOND_APP, 8).anyMatch(app -> app == asset);
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
