package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.AdjustableClock;
import dev.cadastre.server.dispatch.CommandResult;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.EstateFile;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HostPausesTest {

    private static final CommandResult.Unreached FAILURE =
            new CommandResult.Unreached("no route", null);

    private final AdjustableClock clock = new AdjustableClock();
    private final HostPauses pauses = new HostPauses(clock);
    private final DeclaredHost web1 = host("web1", "192.0.2.1");

    private static DeclaredHost host(String name, String address) {
        String text = "[host %s]%naddress = %s%n".formatted(name, address);
        return Objects.requireNonNull(
                Objects.requireNonNull(EstateFile.read("estate.ini", text).model())
                        .hosts()
                        .get(name));
    }

    private HostPause fail(DeclaredHost host) {
        return pauses.failed(host, pauses.of(host), FAILURE);
    }

    @Test
    void refusesAHostThatFailedUntilItsPauseIsOver() {
        assertThat(pauses.unfinished(pauses.of(web1))).isEmpty();
        HostPause pause = fail(web1);

        assertThat(pauses.unfinished(pauses.of(web1))).contains(pause);
        clock.advance(Duration.ofSeconds(10));
        assertThat(pauses.unfinished(pauses.of(web1))).isEmpty();
        assertThat(fail(web1).failures()).isEqualTo(2);
    }

    @Test
    void leavesOtherHostsAlone() {
        fail(web1);

        assertThat(pauses.of(host("web2", "192.0.2.1"))).isNull();
    }

    @Test
    void beginsAnewOnceAHostWasReachedOrIsDeclaredOtherwise() {
        fail(web1);
        fail(web1);
        pauses.reached(web1);

        assertThat(pauses.of(web1)).isNull();
        assertThat(fail(web1).failures()).isOne();
        DeclaredHost moved = host("web1", "192.0.2.2");
        assertThat(pauses.of(moved)).isNull();
        assertThat(fail(moved).failures()).isOne();
    }

    @Test
    void countsAttemptsMadeAtTheSameTimeOnce() {
        HostPause none = pauses.of(web1);
        HostPause first = pauses.failed(web1, none, FAILURE);

        assertThat(pauses.failed(web1, none, FAILURE)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(10));
        HostPause second = pauses.failed(web1, first, FAILURE);
        assertThat(second.failures()).isEqualTo(2);
        assertThat(pauses.failed(web1, first, FAILURE)).isEqualTo(second);
    }
}
