package dev.cadastre.acceptance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadastre.acceptance.recording.Cast.Event;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final String PROMPT = "$ ";
    private static final List<Scene> SCENES =
            List.of(
                    scene("First", exchange("# First", ""), exchange("echo a", "a\r\n")),
                    scene("Second", exchange("seq 9", "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n")));

    private static Scene scene(String title, Exchange... exchanges) {
        return new Scene(title, List.of(exchanges));
    }

    private static Exchange exchange(String typed, String printed) {
        return new Exchange(PROMPT, typed, printed, OptionalInt.of(0));
    }

    private static Cast recorded(double seconds) {
        return Pace.record(80, 24, "Both", SCENES, seconds);
    }

    @Test
    void takesAsLongAsItIsTo() {
        assertThat(recorded(10).seconds()).isCloseTo(10, within(0.001));
    }

    @Test
    void isNeverTooFastToBeRead() {
        assertThat(recorded(1).seconds()).isBetween(4.0, 6.0);
    }

    @Test
    void neverGoesBack() {
        assertThat(recorded(10).events())
                .extracting(Event::seconds)
                .isSorted()
                .allMatch(seconds -> seconds >= 0);
    }

    @Test
    void tellsWhatWasTypedAndWhichScenesThereAre() {
        assertThat(Pace.typed(recorded(10))).containsExactly("# First", "echo a", "seq 9");
        assertThat(recorded(10).titles()).containsExactly("First", "Second");
    }

    @Test
    void isReadAsItIsWritten() {
        Cast cast = recorded(10);

        assertThat(Cast.read(cast.text()).text()).isEqualTo(cast.text());
        assertThat(cast.text().lines().findFirst())
                .contains("{\"version\": 2, \"width\": 80, \"height\": 24, \"title\": \"Both\"}");
        assertThat(cast.text()).contains("[0.000, \"m\", \"First\"]\n", "\"a\\r\\n\"");
    }
}
