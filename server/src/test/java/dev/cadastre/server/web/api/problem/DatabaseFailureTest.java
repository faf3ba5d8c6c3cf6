package dev.cadastre.server.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseFailureTest {

    private static final RequestLine REQUEST = new RequestLine("GET", "/api/v1/hosts");

    @ParameterizedTest
    @CsvSource({
        "53100, DISK_FULL",
        "57P01, DATABASE_AWAY",
        "08006, DATABASE_AWAY",
        "53300, DATABASE_AWAY",
        "'', DATABASE_AWAY",
        "40P01, DATABASE_BUSY",
        "42601, FAILED"
    })
    void tellsWhatAnOperatorCanEndFromDefects(String state, ProblemKind expected) {
        var failure =
                new DataAccessResourceFailureException("wrapped", new SQLException("why", state));

        ProblemException problem = Explanation.of(failure, REQUEST, "abc");

        assertThat(problem.kind()).isEqualTo(expected);
        assertThat(problem.problem(null).remedy()).isNotBlank();
    }

    @Test
    void namesOnlyTheIncidentWhereTheServerIsToBlame() {
        ProblemException problem =
                Explanation.of(new IllegalStateException("secret detail"), REQUEST, "abc123");

        assertThat(problem.problem(null).detail()).doesNotContain("secret");
        assertThat(Objects.requireNonNull(problem.problem(null).remedy())).contains("abc123");
    }
}
