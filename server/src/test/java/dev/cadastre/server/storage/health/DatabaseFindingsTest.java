package dev.cadastre.server.storage.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.storage.health.DatabaseFindings.Figures;
import dev.cadastre.server.storage.health.DatabaseFindings.Pool;
import dev.cadastre.server.storage.health.DatabaseFindings.TableRows;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DatabaseFindingsTest {

    private static final Figures WELL = new Figures(200_000_000, 20, 64, Duration.ofMinutes(5));
    private static final Pool IDLE = new Pool(3, 16, 0);

    @Test
    void findsNothingInADatabaseThatIsWell() {
        assertThat(
                        DatabaseFindings.of(
                                List.of(
                                        new TableRows("a.large", 1_000_000, 999_999),
                                        new TableRows("a.small", 10, 99_999)),
                                WELL,
                                IDLE))
                .isEmpty();
    }

    @Test
    void namesTablesOfDeletedRows() {
        assertThat(DatabaseFindings.of(List.of(new TableRows("a.b", 5, 100_000)), WELL, IDLE))
                .containsExactly(
                        Finding.warning(
                                FindingKind.DEAD_ROWS,
                                "a.b",
                                "It has 5 rows, and 100,000 deleted ones that take room"));
    }

    @Test
    void warnsBeforeTransactionsRunOut() {
        assertThat(severities(new Figures(500_000_000, 1, 64, Duration.ZERO), IDLE))
                .containsExactly(tuple(FindingKind.WRAPAROUND, Severity.WARNING));
        assertThat(severities(new Figures(1_500_000_000, 1, 64, Duration.ZERO), IDLE))
                .containsExactly(tuple(FindingKind.WRAPAROUND, Severity.ERROR));
    }

    @Test
    void countsConnectionsOfAllPrograms() {
        assertThat(severities(new Figures(0, 57, 64, Duration.ZERO), IDLE)).isEmpty();
        assertThat(severities(new Figures(0, 58, 64, Duration.ZERO), IDLE))
                .containsExactly(tuple(FindingKind.CONNECTIONS_FEW, Severity.WARNING));
    }

    @Test
    void findsATransactionThatStaysOpen() {
        assertThat(severities(new Figures(0, 1, 64, Duration.ofMinutes(61)), IDLE))
                .containsExactly(tuple(FindingKind.TRANSACTION_OLD, Severity.WARNING));
    }

    @Test
    void findsAPoolOnlyWhenSomebodyWaits() {
        assertThat(severities(WELL, new Pool(16, 16, 0))).isEmpty();
        assertThat(severities(WELL, new Pool(16, 16, 1)))
                .containsExactly(tuple(FindingKind.POOL_EXHAUSTED, Severity.WARNING));
        assertThat(severities(WELL, new Pool(16, 16, 16)))
                .containsExactly(tuple(FindingKind.POOL_EXHAUSTED, Severity.ERROR));
    }

    private static List<Tuple> severities(Figures figures, Pool pool) {
        return DatabaseFindings.of(List.of(), figures, pool).stream()
                .map(finding -> tuple(finding.kind(), finding.severity()))
                .toList();
    }
}
