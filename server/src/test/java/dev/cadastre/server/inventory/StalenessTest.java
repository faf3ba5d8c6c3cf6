package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StalenessTest {

    @Test
    void waitsForThreeRoundsOfTheIntervalThatIsSet() {
        CollectionPace pace =
                CollectionPace.of(Duration.ofMinutes(30), 10, Duration.ofSeconds(1), 50);

        assertThat(Staleness.after(pace)).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void waitsLongerWhereARoundTakesLongerThanTheInterval() {
        CollectionPace pace =
                CollectionPace.of(Duration.ofMinutes(5), 20_000, Duration.ofSeconds(2), 50);

        assertThat(Staleness.after(pace)).isEqualTo(pace.interval().multipliedBy(3));
        assertThat(Staleness.after(pace)).isGreaterThan(Duration.ofMinutes(15));
    }
}
