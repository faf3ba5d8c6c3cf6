package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchHealthTest {

    private static List<Finding> late(Duration middle, Duration latest) {
        return WatchHealth.findings(new WatchStatus(10, 10, 100, middle, latest));
    }

    @Test
    void findsChecksThatBeginLate() {
        assertThat(late(Duration.ofSeconds(1), Duration.ofSeconds(30))).isEmpty();
        assertThat(late(Duration.ofSeconds(1), Duration.ofSeconds(31)))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(late(Duration.ofSeconds(301), Duration.ofSeconds(400)))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }
}
