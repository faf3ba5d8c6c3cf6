package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.RelationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConnectionTest {

    private static final Relation RUNS = Relation.of(2, RelationType.RUNS_ON, 1);
    private static final Relation PROVIDES = Relation.of(2, RelationType.PROVIDES, 3);
    private static final Relation RUNS_TOO = Relation.of(4, RelationType.RUNS_ON, 1);

    private final GraphView view = Graphs.view(RUNS, PROVIDES, RUNS_TOO);

    @Example
    void saysWhatNeedsWhat() {
        Path path = new Path(List.of(3, 2, 1), List.of(PROVIDES, RUNS));

        assertThat(Connection.between(view, 3, 1, Limit.NONE))
                .isEqualTo(new Connection(Connection.Kind.NEEDS, path, true));
        assertThat(Connection.between(view, 1, 3, Limit.NONE).kind())
                .isEqualTo(Connection.Kind.IS_NEEDED);
    }

    @Example
    void elseShowsHowTheyAreRelated() {
        Path path = new Path(List.of(3, 2, 1, 4), List.of(PROVIDES, RUNS, RUNS_TOO));

        assertThat(Connection.between(view, 3, 4, Limit.NONE))
                .isEqualTo(new Connection(Connection.Kind.RELATED, path, true));
        assertThat(Connection.between(view, 3, 5, Limit.NONE))
                .isEqualTo(new Connection(Connection.Kind.NONE, null, true));
    }

    @Property(tries = 1_000)
    void isAsShortAsCanBe(
            @ForAll("relations") List<Relation> relations,
            @ForAll("asset") int first,
            @ForAll("asset") int second) {
        Connection connection =
                Connection.between(Graphs.view(relations), first, second, Limit.NONE);
        NaiveGraph naive = NaiveGraph.of(relations);
        OptionalInt needs = distance(naive.counting(), first, second, ConnectionTest::needs);
        OptionalInt needed = distance(naive.counting(), second, first, ConnectionTest::needs);
        OptionalInt any =
                distance(List.copyOf(naive.relations()), first, second, (relation, from) -> true);

        int expected = Math.min(needs.orElse(99), needed.orElse(99));
        assertThat(connection.complete()).isTrue();
        if (expected < 99) {
            assertThat(connection.kind())
                    .isEqualTo(
                            needs.orElse(99) == expected
                                    ? Connection.Kind.NEEDS
                                    : Connection.Kind.IS_NEEDED);
            assertConnects(connection, first, second, expected);
        } else if (any.isPresent()) {
            assertThat(connection.kind()).isEqualTo(Connection.Kind.RELATED);
            assertConnects(connection, first, second, any.getAsInt());
        } else {
            assertThat(connection.kind()).isEqualTo(Connection.Kind.NONE);
        }
    }

    private static void assertConnects(Connection connection, int first, int second, int length) {
        Path path = connection.way().orElseThrow();
        assertThat(path.relations()).hasSize(length);
        assertThat(path.assets().getFirst()).isEqualTo(first);
        assertThat(path.assets()).last().isEqualTo(second);
        for (int i = 0; i < length; i++) {
            Relation relation = path.relations().get(i);
            assertThat(List.of(relation.from(), relation.to()))
                    .contains(path.assets().get(i), path.assets().get(i + 1));
        }
    }

    private static boolean needs(Relation relation, int asset) {
        return relation.dependent() == asset;
    }

    /** By looking at every relation until no distance gets shorter. */
    private static OptionalInt distance(
            List<Relation> relations,
            int first,
            int second,
            BiPredicate<Relation, Integer> leadsOnFrom) {
        Map<Integer, Integer> distances = new HashMap<>(Map.of(first, 0));
        for (int round = 0; round < Graphs.ASSETS; round++) {
            for (Relation relation : relations) {
                shorten(distances, relation, relation.from(), relation.to(), leadsOnFrom);
                shorten(distances, relation, relation.to(), relation.from(), leadsOnFrom);
            }
        }
        Integer distance = distances.get(second);
        return distance == null ? OptionalInt.empty() : OptionalInt.of(distance);
    }

    private static void shorten(
            Map<Integer, Integer> distances,
            Relation relation,
            int from,
            int to,
            BiPredicate<Relation, Integer> leadsOnFrom) {
        Integer distance = distances.get(from);
        if (distance != null && leadsOnFrom.test(relation, from)) {
            distances.merge(to, distance + 1, Math::min);
        }
    }

    @Provide
    Arbitrary<List<Relation>> relations() {
        return Graphs.relation().list().ofMaxSize(14);
    }

    @Provide
    Arbitrary<Integer> asset() {
        return Graphs.asset();
    }
}
