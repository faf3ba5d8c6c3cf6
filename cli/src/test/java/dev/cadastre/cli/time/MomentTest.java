package dev.cadastre.cli.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.cli.time.Moment.NotAMoment;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    // A Saturday, 15:30 in Berlin.
    private static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

    private static Instant resolve(String text) throws NotAMoment {
        return Moment.resolve(text, Clock.fixed(NOW, BERLIN));
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-21T14:30:00Z",
        "2026-11-17T14:00:00Z, 2026-11-17T14:00:00Z",
        "2026-11-17T14:00Z, 2026-11-17T14:00:00Z",
        "2026-11-17t14:00:00.250+01:00, 2026-11-17T13:00:00.250Z",
        "2026-11-17 14:00, 2026-11-17T13:00:00Z",
        "2026-11-17T14:00:07, 2026-11-17T13:00:07Z",
        "2026-07-01 14:00, 2026-07-01T12:00:00Z",
        "2026-11-17, 2026-11-16T23:00:00Z",
        "14:00, 2026-11-21T13:00:00Z",
        "9:05, 2026-11-21T08:05:00Z",
        "18:00, 2026-11-20T17:00:00Z",
        "yesterday, 2026-11-20T14:30:00Z",
        "yesterday 18:00, 2026-11-20T17:00:00Z",
        "today 00:00, 2026-11-20T23:00:00Z",
        "monday, 2026-11-16T14:30:00Z",
        "last monday, 2026-11-16T14:30:00Z",
        "MON 14:00, 2026-11-16T13:00:00Z",
        "saturday, 2026-11-14T14:30:00Z",
        "saturday 14:00, 2026-11-21T13:00:00Z",
        "saturday 18:00, 2026-11-14T17:00:00Z",
        "2h ago, 2026-11-21T12:30:00Z",
        "1h30m ago, 2026-11-21T13:00:00Z",
        "'  3   days ago ', 2026-11-18T14:30:00Z",
        "1 week 2 days ago, 2026-11-12T14:30:00Z",
        "1 month ago, 2026-10-21T13:30:00Z",
    })
    void readsWhatPeopleWrite(String text, Instant moment) throws NotAMoment {
        assertThat(resolve(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gestern",
                "tomorrow",
                "ago",
                "2 ago",
                "2x ago",
                "-2h ago",
                "2h",
                "25:00",
                "2026-02-30",
                "2026-11-17 14:00 foo",
                "20261117",
                "14",
                "99999999999h ago",
                "999999999y ago",
                "mo 14:00",
                "2026-11-17T14:00:00+99:00"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> resolve(text))
                .isInstanceOf(NotAMoment.class)
                .hasMessageContaining("is not a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T14:30:01Z", "today 15:31", "2027-01-01"})
    void refusesWhatIsYetToCome(String text) {
        assertThatThrownBy(() -> resolve(text))
                .isInstanceOf(NotAMoment.class)
                .hasMessageContaining("is yet to come");
    }

    @Property
    void readsEveryTimestampThatTheApiWrites(
            @ForAll @LongRange(min = 0, max = 1795271400000L) long at) throws NotAMoment {
        Instant moment = Instant.ofEpochMilli(at);
        String text =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                        .format(moment.atOffset(ZoneOffset.UTC));

        assertThat(resolve(text)).isEqualTo(moment);
    }

    @Property
    void agreesWithTheClockOnSpans(
            @ForAll @IntRange(max = 1000) int hours, @ForAll @IntRange(max = 1000) int minutes)
            throws NotAMoment {
        assertThat(resolve(hours + "h" + minutes + " min ago"))
                .isEqualTo(NOW.minus(Duration.ofHours(hours).plusMinutes(minutes)));
    }

    @Property
    void aWeekdayIsThatDayWithinTheLastWeek(
            @ForAll DayOfWeek day,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute)
            throws NotAMoment {
        Instant moment = resolve("%s %02d:%02d".formatted(day, hour, minute));

        assertThat(moment.atZone(BERLIN).getDayOfWeek()).isEqualTo(day);
        assertThat(moment.atZone(BERLIN).getHour()).isEqualTo(hour);
        assertThat(Duration.between(moment, NOW)).isBetween(Duration.ZERO, Duration.ofDays(7));
    }

    @Property
    void neverFailsOtherThanByRefusing(@ForAll String text) {
        try {
            assertThat(resolve(text)).isBeforeOrEqualTo(NOW);
        } catch (NotAMoment e) {
            assertThat(e.reason()).contains(text);
        }
    }
}
