package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoundValuesTest {

    private static final Map<String, String> ONE = Map.of("host", "a", "port", "1");

    @Test
    void namesWhatAConsumerFindsOtherwise() {
        assertThat(FoundValues.differing("db", List.of(ONE), List.of(ONE))).isEmpty();
        assertThat(
                        FoundValues.differing(
                                "db", List.of(ONE), List.of(Map.of("host", "a", "port", "2"))))
                .containsExactly("db.port");
        assertThat(FoundValues.differing("db", List.of(ONE), List.of(Map.of("host", "a"))))
                .containsExactly("db.port");
    }

    @Test
    void namesWhatHostsThatCameOrWentTell() {
        Map<String, String> other = Map.of("host", "b");

        assertThat(FoundValues.differing("db", List.of(ONE), List.of(ONE, other)))
                .containsExactly("db.count", "db.1.host");
        assertThat(FoundValues.differing("db", List.of(), List.of(other)))
                .containsExactly("db.count", "db.host");
    }
}
