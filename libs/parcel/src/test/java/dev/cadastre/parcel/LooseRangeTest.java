package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseRangeTest {

    @ParameterizedTest
    @CsvSource({
        ">= 22.04, 22.04, true",
        ">= 22.04, 20.10, false",
        ">= 3.9, 3.11.7, true",
        ">= 3.9, 3.10~rc1, true",
        ">= 1.8.0_392 <9, 1.8.0_402, true",
        ">= 1.8.0_392 <9, 1.8.0_51, false",
        "!= 12, 12, false",
        "'', 7, true",
        ">= 1, whatever, false"
    })
    void comparesVersionsByTheirNumbersAndWords(String range, String version, boolean fits) {
        assertThat(new LooseRange(range).contains(version)).isEqualTo(fits);
    }

    @Test
    void hasOneForm() {
        assertThat(new LooseRange("  >=  22.04   <  24 ")).hasToString(">=22.04 <24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22.04", ">= twelve", ">=", "=> 3", ">= 1 2"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> new LooseRange(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
