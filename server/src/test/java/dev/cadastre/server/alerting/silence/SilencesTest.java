package dev.cadastre.server.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.watching.ToldMonitors;
import dev.cadastre.server.monitoring.window.NewWindow;
import dev.cadastre.server.monitoring.window.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SilencesTest {

    @Autowired private Access access;
    @Autowired private ToldMonitors told;
    @Autowired private Silences silences;
    @Autowired private Clock clock;

    private Incident incident(String cause) {
        return new Incident(
                1,
                cause,
                "works",
                "unassigned",
                IncidentState.OPEN,
                MonitorState.CRITICAL,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                0);
    }

    private Window begin(@Nullable String asset, @Nullable String q, @Nullable Instant begins) {
        Instant ends = clock.instant().plus(Duration.ofDays(30));
        return access.asSystem(
                () -> silences.begin(new NewWindow(asset, q, begins, ends, "new fans")));
    }

    @Test
    void coversIncidentsOfItsAssetUntilItEnds() {
        told.add("device:silent-fan");
        Window begun = begin("device:silent-fan", null, null);

        assertThat(silences.covering(incident("device:silent-fan"))).contains(begun);
        assertThat(silences.covering(incident("device:loud-fan"))).isEmpty();
        assertThat(silences.current(Reach.ALL)).contains(begun);

        access.asSystem(() -> silences.end(begun.id(), Reach.ALL));
        assertThat(silences.covering(incident("device:silent-fan"))).isEmpty();
        assertThat(silences.current(Reach.ALL)).doesNotContain(begun);
    }

    @Test
    void coversNothingBeforeItBegins() {
        told.add("device:silent-later");
        begin("device:silent-later", null, clock.instant().plus(Duration.ofDays(1)));

        assertThat(silences.covering(incident("device:silent-later"))).isEmpty();
    }

    @Test
    void takesAQueryOfHosts() {
        Window begun = begin(null, "host:silent-*", null);

        assertThat(silences.covering(incident("device:silent-none"))).isEmpty();
        assertThat(silences.current(Reach.ALL)).contains(begun);
        access.asSystem(() -> silences.end(begun.id(), Reach.ALL));
    }

    @Test
    void namesAllThatIsWrong() {
        AlertingRefused refused =
                catchThrowableOfType(
                        AlertingRefused.class,
                        () ->
                                access.asSystem(() ->
                                        silences.begin(
                                                new NewWindow(
                                                        "device:silent-unknown",
                                                        "os:(",
                                                        null,
                                                        Instant.EPOCH,
                                                        " "))));

        assertThat(refused.problems())
                .extracting(AlertingProblem::place)
                .contains("asset", "q", "ends", "reason");
    }
}
