package dev.cadastre.server.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    private static Failure failure(String name, String asset, MonitorState state) {
        return new Failure(
                "monitor:" + name, 1L, name, asset, "prod", state, "", Instant.EPOCH, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "disk, host:db1, disk on db1 is CRITICAL",
        "postgresql, daemon:postgresql@db1, postgresql on db1 is CRITICAL",
        "answers, service:5432-tcp@db1, answers on db1 (5432-tcp) is CRITICAL",
        "health, app:shop@prod, health on shop@prod is CRITICAL",
        "Watchdog, external:203.0.113.7, Watchdog on 203.0.113.7 is CRITICAL"
    })
    void namesWhatIsBrokenWhere(String name, String asset, String title) {
        assertThat(Titles.of(asset, List.of(failure(name, asset, MonitorState.CRITICAL))))
                .contains(title);
    }

    @ParameterizedTest
    @CsvSource({"WARNING, CRITICAL, b", "CRITICAL, WARNING, a", "WARNING, WARNING, a"})
    void takesTheWorstOfTheCause(MonitorState a, MonitorState b, String expected) {
        assertThat(
                        Titles.of(
                                "host:db1",
                                List.of(
                                        failure("b", "host:db1", b),
                                        failure("a", "host:db1", a),
                                        failure("c", "app:shop@prod", MonitorState.CRITICAL))))
                .hasValueSatisfying(title -> assertThat(title).startsWith(expected + " on db1"));
    }

    @Property
    void staysShort(@ForAll @NotEmpty String name, @ForAll @NotEmpty String asset) {
        assertThat(Titles.of(asset, List.of(failure(name, asset, MonitorState.WARNING))))
                .hasValueSatisfying(
                        title -> assertThat(title.length()).isLessThanOrEqualTo(Titles.LONGEST));
    }
}
