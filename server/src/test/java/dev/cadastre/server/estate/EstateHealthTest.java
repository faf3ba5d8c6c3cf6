package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateHealthTest {

    private static Problem problem(Problem.Severity severity) {
        return new Problem(severity, "estate.ini", 7, 1, "key-unknown", "no such key", "Remove it");
    }

    @Test
    void findsNothingInAFileThatIsWell() {
        assertThat(EstateHealth.findings(new EstateStatus(null, null, List.of()))).isEmpty();
    }

    @Test
    void countsProblemsAndTellsTheFirst() {
        List<Finding> findings =
                EstateHealth.findings(
                        new EstateStatus(
                                "estate.ini",
                                null,
                                List.of(
                                        problem(Problem.Severity.WARNING),
                                        problem(Problem.Severity.ERROR))));

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.what())
                            .contains("Problems: 2", "estate.ini:7", "no such key");
                });
    }
}
