package dev.cadastre.server.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFitTest {

    private static final List<String> COLUMNS = List.of("id", "at");
    private static final StoredTable PERSON = new StoredTable("access", "person", null, COLUMNS);
    private static final StoredTable AUDIT = new StoredTable("access", "audit", null, COLUMNS);

    private final TableFit fit = new TableFit(List.of(PERSON), List.of(AUDIT));

    private static StoredTable partition(String name) {
        return new StoredTable("access", name, "audit", COLUMNS);
    }

    @Test
    void makesMonthsThatAreMissing() {
        assertThat(fit.missing(List.of(PERSON, partition("audit_2026_12"))))
                .containsExactly(
                        "create table \"access\".\"audit_2026_12\" partition of"
                                + " \"access\".\"audit\" for values from ('2026-12-01T00:00:00Z')"
                                + " to ('2027-01-01T00:00:00Z')");
    }

    @Test
    void takesColumnsInAnyOrder() {
        StoredTable turned = new StoredTable("access", "person", null, List.of("at", "id"));

        assertThat(fit.missing(List.of(turned))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_2026_13",
                "audit_2026",
                "person_2026_12",
                "audit_2026_12\" (); drop table x; --",
                "unknown"
            })
    void refusesTablesThatTheProgramDoesNotMake(String name) {
        assertThatThrownBy(() -> fit.missing(List.of(PERSON, partition(name))))
                .isInstanceOf(BackupRefused.class);
    }

    @Test
    void refusesOtherColumnsAndMissingTables() {
        StoredTable more = new StoredTable("access", "person", null, List.of("id", "at", "x"));
        StoredTable twice = new StoredTable("access", "audit_2026_12", "audit", List.of("id"));

        assertThatThrownBy(() -> fit.missing(List.of(more))).hasMessageContaining("columns");
        assertThatThrownBy(() -> fit.missing(List.of(PERSON, twice)))
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> fit.missing(List.of())).hasMessageContaining("lacks the table");
    }

    @Test
    void refusesAPartitionOfNothing() {
        StoredTable alone = new StoredTable("access", "audit_2026_12", null, COLUMNS);

        assertThatThrownBy(() -> fit.missing(List.of(PERSON, alone)))
                .isInstanceOf(BackupRefused.class);
    }
}
