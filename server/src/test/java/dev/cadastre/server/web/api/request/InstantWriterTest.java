package dev.cadastre.server.web.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantWriterTest {

    @Test
    void alwaysWritesThreeDigitsAfterTheSecond() {
        assertThat(InstantWriter.text(Instant.parse("2026-05-04T14:00:00Z")))
                .isEqualTo("2026-05-04T14:00:00.000Z");
        assertThat(InstantWriter.text(Instant.parse("2026-05-04T14:00:00.123987Z")))
                .isEqualTo("2026-05-04T14:00:00.123Z");
    }
}
