package dev.cadastre.server.monitoring.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeSpanTest {

    @Example
    void readsWhatPeopleWrite() {
        assertThat(TimeSpan.parse("1m30s")).contains(Duration.ofSeconds(90));
        assertThat(TimeSpan.parse("500ms")).contains(Duration.ofMillis(500));
        assertThat(TimeSpan.parse("1d2h")).contains(Duration.ofHours(26));
        assertThat(TimeSpan.parse("1m500ms")).contains(Duration.ofMillis(60_500));
    }

    @Example
    void takesNothingElse() {
        for (String text : new String[] {"", "0s", "1", "-1s", "1s1m", "1.5s", "1 m", "9999999d"}) {
            assertThat(TimeSpan.parse(text)).as(text).isEmpty();
        }
    }

    @Property
    void readsWhatItWrites(@ForAll @LongRange(min = 1, max = 86_400_000L * 9_999) long millis) {
        Duration span = Duration.ofMillis(millis);

        assertThat(TimeSpan.parse(TimeSpan.format(span))).contains(span);
    }
}
