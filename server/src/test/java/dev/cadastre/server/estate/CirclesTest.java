package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CirclesTest {
    @Test
    void findsEachCircleOnceAndNotWhatLeadsIntoIt() {
        Map<String, List<String>> next = new LinkedHashMap<>();
        next.put("outside", List.of("a"));
        next.put("a", List.of("elsewhere", "b"));
        next.put("b", List.of("end", "a"));
        next.put("self", List.of("self"));
        next.put("end", List.of());

        assertThat(Circles.in(next))
                .containsExactly(List.of("a", "b", "a"), List.of("self", "self"));
    }

    @Test
    void findsNoneWherePathsOnlyMeetAgain() {
        assertThat(
                        Circles.in(
                                Map.of(
                                        "a", List.of("b", "c"),
                                        "b", List.of("d"),
                                        "c", List.of("d"),
                                        "d", List.of())))
                .isEmpty();
    }

    @Test
    void walksLongChainsWithoutDeepCalls() {
        Map<String, List<String>> next = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            next.put("host" + i, List.of("host" + (i + 1)));
        }

        assertThat(Circles.in(next)).isEmpty();
        next.put("host100000", List.of("host0"));
        assertThat(Circles.in(next)).singleElement().satisfies(c -> assertThat(c).hasSize(100_002));
    }
}
