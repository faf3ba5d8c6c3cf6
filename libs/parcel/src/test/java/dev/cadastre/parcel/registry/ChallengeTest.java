package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void readsSeveralOfOneHeader() {
        assertThat(
                        Challenge.read(
                                List.of(
                                        "Basic realm=\"a, \\\"b\\\"\", bearer Realm=\"https://t/\","
                                                + " scope=\"r:a:pull,push\" , service=s",
                                        "Negotiate")))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "a, \"b\"")),
                        new Challenge(
                                "bearer",
                                Map.of(
                                        "realm",
                                        "https://t/",
                                        "scope",
                                        "r:a:pull,push",
                                        "service",
                                        "s")),
                        new Challenge("negotiate", Map.of()));
    }

    @Test
    void passesOverWhatCannotBeRead() {
        assertThat(Challenge.read(List.of("", "=,=", "x".repeat(10_000)))).isEmpty();
        assertThat(Challenge.read(List.of("Bearer realm=\"open")))
                .containsExactly(new Challenge("bearer", Map.of()));
    }
}
