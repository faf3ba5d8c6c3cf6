package dev.cadastre.acceptance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.acceptance.recording.Cast.Event;
import dev.cadastre.acceptance.recording.Cast.Kind;
import dev.cadastre.acceptance.recording.Film.Part;
import dev.cadastre.acceptance.recording.Film.Scroll;
import dev.cadastre.acceptance.recording.Film.Shown;
import dev.cadastre.acceptance.recording.Film.Typing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilmTest {

    private static Event out(double seconds, String text) {
        return new Event(seconds, Kind.OUTPUT, text);
    }

    private static Part only(Event... events) {
        List<Event> all =
                Stream.concat(
                                Stream.of(new Event(0, Kind.MARKER, "Scene")),
                                Stream.concat(Stream.of(events), Stream.of(out(9, ""))))
                        .toList();
        return Film.of(new Cast(20, 3, "Film", all)).parts().getFirst();
    }

    private static Shown shown(double from, double until, String text) {
        return new Shown(0, from, until, List.of(new Run(0, text, Style.PLAIN)), null);
    }

    @Test
    void aLineStandsUntilAnotherTakesItsPlace() {
        assertThat(only(out(1, "50 %"), out(2, "\r100 %")).shown())
                .containsExactly(shown(1, 2, "50 %"), shown(2, 9, "100 %"));
    }

    @Test
    void whatIsTypedIsOneLine() {
        assertThat(
                        only(
                                        out(1, "$ "),
                                        out(2, "a"),
                                        out(2.05, " "),
                                        out(2.1, "b"),
                                        out(2.2, "\r\n"))
                                .shown())
                .containsExactly(
                        new Shown(
                                0,
                                1,
                                9,
                                List.of(new Run(0, "$ a b", Style.PLAIN)),
                                new Typing(2, 2.1, 2, 3)));
    }

    @Test
    void whatComesMuchLaterWasNotTyped() {
        assertThat(only(out(1, "."), out(2, "."), out(3, ".")).shown())
                .extracting(Shown::until)
                .containsExactly(3.0, 9.0);
    }

    @Test
    void linesGoOutAbove() {
        assertThat(only(out(1, "1\r\n2\r\n3"), out(2, "\r\n4\r\n5"), out(3, "\r\n")).scrolled())
                .containsExactly(new Scroll(2, 2), new Scroll(3, 3));
    }

    @Test
    void aSceneEndsWhereTheNextBegins() {
        List<Event> events =
                List.of(
                        new Event(0, Kind.MARKER, "One"),
                        out(1, "a"),
                        new Event(4, Kind.MARKER, "Two"),
                        out(5, "b"));

        assertThat(Film.of(new Cast(20, 3, "Film", events)).parts())
                .extracting(Part::title, Part::from, Part::until)
                .containsExactly(tuple("One", 0.0, 4.0), tuple("Two", 4.0, 5.0));
    }
}
