package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionPaceTest {

    private static final Duration WISHED = Duration.ofMinutes(5);

    @Test
    void keepsTheWishedIntervalUpToAThousandHosts() {
        var pace = CollectionPace.of(WISHED, 1_000, Duration.ofSeconds(30), 50);

        assertThat(pace.interval()).isEqualTo(WISHED);
    }

    @Test
    void keepsItForMoreHostsThatAreQuick() {
        var pace = CollectionPace.of(WISHED, 5_000, Duration.ofMillis(100), 50);

        assertThat(pace.interval()).isEqualTo(WISHED);
    }

    @Test
    void slowsDownToWhatTheMachineCanDoAndSaysWhy() {
        var pace = CollectionPace.of(WISHED, 100_000, Duration.ofMillis(250), 50);

        assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(1_000));
        assertThat(pace.reason())
                .contains("100000 hosts take 250 ms each", "the 300 s that are set");
    }
}
