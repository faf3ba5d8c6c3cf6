package dev.cadastre.server.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.topology.RelationType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootsTest {

    private static final int HOST = 1;
    private static final int DATABASE = 2;
    private static final int REPLICA = 3;
    private static final int APP = 4;
    private static final int PAGE = 5;

    private static Relation needs(int dependent, int provider) {
        return Relation.of(dependent, RelationType.DEPENDS_ON, provider);
    }

    private static final GraphView VIEW =
            Graphs.view(
                    needs(DATABASE, HOST),
                    needs(APP, DATABASE).withAlternatives(1),
                    needs(APP, REPLICA).withAlternatives(1),
                    needs(PAGE, APP));

    private static List<Integer> roots(GraphView view, Integer... failed) {
        return Roots.of(view, List.of(failed), Limit.NONE);
    }

    @Test
    void areWhatNothingElseThatFailedExplains() {
        assertThat(roots(VIEW, PAGE, APP, DATABASE, HOST)).containsExactly(APP, HOST);
        assertThat(roots(VIEW, DATABASE, HOST)).containsExactly(HOST);
    }

    @Test
    void doNotBlameOneOfTwoAlternatives() {
        assertThat(roots(VIEW, APP, DATABASE)).containsExactly(APP, DATABASE);
        assertThat(roots(VIEW, APP, DATABASE, REPLICA)).containsExactly(DATABASE, REPLICA);
    }

    @Test
    void areExplainedAlsoByWhatFellInBetween() {
        assertThat(roots(VIEW, PAGE, REPLICA, HOST)).containsExactly(REPLICA, HOST);
    }

    @Test
    void areTheFirstThatFailedOfACircle() {
        GraphView circle = Graphs.view(needs(1, 2), needs(2, 3), needs(3, 1), needs(4, 1));

        assertThat(roots(circle, 2, 4, 1, 3)).containsExactly(2);
    }

    @Test
    void areAllOfThoseThatHaveNothingToDoWithEachOther() {
        assertThat(roots(VIEW, REPLICA, HOST)).containsExactly(REPLICA, HOST);
        assertThat(roots(VIEW)).isEmpty();
    }
}
