package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import dev.cadastre.server.storage.health.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void warnsThreeWeeksAheadAndFailsAfterwards() {
        assertThat(CertificateHealth.findings("f", "CN=a", NOW.plus(Duration.ofDays(22)), NOW))
                .isEmpty();
        assertThat(CertificateHealth.findings("f", "CN=a", NOW.plus(Duration.ofDays(20)), NOW))
                .containsExactly(
                        Finding.warning(
                                FindingKind.CERTIFICATE_ENDING,
                                "f",
                                "CN=a ends at 2026-12-13T12:00:00Z"));
        assertThat(CertificateHealth.findings("f", "CN=a", NOW.minusSeconds(1), NOW))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void findsAFileThatIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("c.pem"), "-----BEGIN CERTIFICATE-----\nx\n");

        assertThat(CertificateHealth.read(file.toString(), NOW))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.CERTIFICATE_UNREADABLE);
        assertThat(CertificateHealth.read(folder.resolve("none").toString(), NOW))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.CERTIFICATE_UNREADABLE);
    }
}
