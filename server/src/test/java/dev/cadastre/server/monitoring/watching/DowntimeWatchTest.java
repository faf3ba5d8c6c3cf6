package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.window.NewWindow;
import dev.cadastre.server.monitoring.window.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DowntimeWatchTest {

    @Autowired private Access access;
    @Autowired private ToldMonitors told;
    @Autowired private Downtimes downtimes;
    @Autowired private DowntimeWatch watch;
    @Autowired private Clock clock;

    private NewWindow wanted(String asset, Instant ends, String reason) {
        return new NewWindow(asset, null, null, ends, reason);
    }

    @Test
    void keepsWhatIsDownFromBeingToldUntilItEnds() {
        told.add("device:downtime-fan");
        told.tell("device:downtime-fan", MonitorState.CRITICAL);
        assertThat(told.standing("device:downtime-fan").isToBeTold()).isTrue();
        Instant later = clock.instant().plus(Duration.ofHours(1));

        Window begun =
                access.asSystem(
                        () -> downtimes.begin(wanted("device:downtime-fan", later, "cleaning")));
        watch.look();
        assertThat(told.standing("device:downtime-fan").downtime()).isTrue();
        assertThat(told.standing("device:downtime-fan").isToBeTold()).isFalse();
        assertThat(downtimes.current(Reach.ALL)).contains(begun);

        access.asSystem(() -> downtimes.end(begun.id(), Reach.ALL));
        watch.look();
        assertThat(told.standing("device:downtime-fan").isToBeTold()).isTrue();
        assertThat(downtimes.current(Reach.ALL)).doesNotContain(begun);
    }

    @Test
    void namesAllThatIsWrongWithADowntime() {
        MonitorRefused refused =
                catchThrowableOfType(
                        MonitorRefused.class,
                        () ->
                                access.asSystem(() ->
                                        downtimes.begin(
                                                wanted(
                                                        "device:downtime-none",
                                                        Instant.EPOCH,
                                                        " "))));

        assertThat(refused.problems())
                .extracting(MonitorProblem::place)
                .containsExactly("asset", "ends", "reason");
    }
}
