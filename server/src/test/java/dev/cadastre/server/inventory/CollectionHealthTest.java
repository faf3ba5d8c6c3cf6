package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import dev.cadastre.server.storage.health.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionHealthTest {

    @Test
    void leavesSingleHostsToTheirOwnEvents() {
        assertThat(CollectionHealth.findings(Map.of())).isEmpty();
        assertThat(CollectionHealth.findings(Map.of(Outcome.Kind.UNREACHABLE, 2L))).isEmpty();
        assertThat(
                        CollectionHealth.findings(
                                Map.of(Outcome.Kind.COLLECTED, 81L, Outcome.Kind.TIMED_OUT, 19L)))
                .isEmpty();
    }

    @Test
    void findsThatManyFailWithTheirReasons() {
        assertThat(
                        CollectionHealth.findings(
                                Map.of(
                                        Outcome.Kind.COLLECTED, 80L,
                                        Outcome.Kind.REFUSED, 5L,
                                        Outcome.Kind.TIMED_OUT, 15L)))
                .containsExactly(
                        Finding.warning(
                                FindingKind.COLLECTIONS_FAILING,
                                "hosts",
                                "The last collection of 20 of 100 failed: {REFUSED=5, TIMED_OUT=15}"));
        assertThat(
                        CollectionHealth.findings(
                                Map.of(Outcome.Kind.COLLECTED, 3L, Outcome.Kind.REFUSED, 3L)))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }
}
