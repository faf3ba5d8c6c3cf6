package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyTest {

    @ParameterizedTest
    @CsvSource({
        "all,             0,  ''",
        "all,             3,  3",
        "serial 1,        3,  1 1 1",
        "serial 2,        5,  2 2 1",
        "serial 9,        2,  2",
        "serial 25%,      10, 2 2 2 2 2",
        "serial 1%,       3,  1 1 1",
        "serial 100%,     3,  3",
        "canary 1 pause,  5,  1 4",
        "canary 10% test, 25, 2 23",
        "canary 3 test,   2,  2"
    })
    void putsHostsIntoBatches(String strategy, int hosts, String sizes) {
        List<Integer> all = IntStream.range(0, hosts).boxed().toList();

        List<List<Integer>> batches = Strategy.parse(strategy).batches(all);

        assertThat(
                        batches.stream()
                                .map(batch -> String.valueOf(batch.size()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(sizes);
        assertThat(batches.stream().flatMap(List::stream)).isEqualTo(all);
        assertThat(Strategy.parse(strategy)).hasToString(strategy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "All",
                "all ",
                "serial",
                "serial  1",
                "serial x",
                "canary 1",
                "canary 1 wait",
                "rolling 1"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Strategy.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "serial 0,    'a number of hosts is 1 at least, and a share is 1% to 100%, not 0'",
        "serial 101%, 'a number of hosts is 1 at least, and a share is 1% to 100%, not 101%'",
        "serial -1,   'a number of hosts is written 5, or 25% for a share of them, not -1'",
        "serial 5 %,  'a strategy is all, serial 5, serial 25%, canary 1 pause or canary 1 test,"
                + " not serial 5 %'"
    })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Strategy.parse(text)).hasMessage(message);
    }

    @Test
    void settingsHaveBounds() {
        assertThatThrownBy(() -> RunSettings.USUAL.atOnce(0))
                .hasMessage("1 to 1000 steps run at one time, not 0");
        assertThatThrownBy(() -> RunSettings.USUAL.allowing(-1))
                .hasMessage("fewer failures than none: -1");
    }
}
