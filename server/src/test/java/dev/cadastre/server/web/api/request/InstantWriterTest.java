package dev.cadastre.server.web.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class InstantWriterTest {

    @Test
    void alwaysWritesThreeDigitsAfterTheSecond() {
        assertThat(InstantWriter.text(Instant.parse("2026-05-04T14:00:00Z")))
                .isEqualTo("2026-05-04T14:00:00.000Z");
        assertThat(InstantWriter.text(Instant.parse("2026-05-04T14:00:00.123987Z")))
                .isEqualTo("2026-05-04T14:00:00.123Z");
    }

    @Test
    void writesEachTimeOfAListWhicheverCameBefore() {
        Instant first = Instant.parse("2026-05-04T14:00:00Z");
        Instant second = first.plusNanos(1_000_000);
        JsonMapper mapper =
                JsonMapper.builder()
                        .addModule(new SimpleModule().addSerializer(new InstantWriter()))
                        .build();

        assertThat(mapper.writeValueAsString(List.of(first, first, second, first)))
                .isEqualTo(
                        """
                        ["2026-05-04T14:00:00.000Z","2026-05-04T14:00:00.000Z",\
                        "2026-05-04T14:00:00.001Z","2026-05-04T14:00:00.000Z"]\
                        """);
    }
}
