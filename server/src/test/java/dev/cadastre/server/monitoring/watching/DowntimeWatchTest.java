package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.downtime.Downtime;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.downtime.NewDowntime;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.telling.AssetChanges;
import dev.cadastre.server.topology.telling.AssetStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DowntimeWatchTest {

    @Autowired private Access access;
    @Autowired private AssetChanges assets;
    @Autowired private Definitions definitions;
    @Autowired private Monitors monitors;
    @Autowired private Downtimes downtimes;
    @Autowired private DowntimeWatch watch;
    @Autowired private Clock clock;

    private Monitor monitor(String asset) {
        return monitors.find(new MonitorQuery(asset, null, null, null, Set.of(), 0, 1), Reach.ALL)
                .getFirst();
    }

    private void broken(String asset) {
        access.asSystem(() -> {
            assets.put(
                    List.of(
                            new AssetStatement(
                                    "",
                                    asset,
                                    null,
                                    null,
                                    AssetLifecycle.LIVE,
                                    Map.of(),
                                    Map.of(),
                                    null)));
            definitions.add(
                    "fan",
                    new Draft(Map.of("asset", asset, "kind", "passive", "retries", "0"), List.of()),
                    null);
            monitors.tell(
                    List.of(
                            new ToldResult(
                                    monitor(asset).row().id(), PluginResult.of(2, "it stands"))),
                    Reach.ALL);
        });
    }

    private NewDowntime wanted(String asset, Instant ends, String reason) {
        return new NewDowntime(asset, null, null, ends, reason);
    }

    @Test
    void keepsWhatIsDownFromBeingToldUntilItEnds() {
        broken("device:downtime-fan");
        assertThat(monitor("device:downtime-fan").standing().isToBeTold()).isTrue();
        Instant later = clock.instant().plus(Duration.ofHours(1));

        Downtime begun =
                access.asSystem(
                        () -> downtimes.begin(wanted("device:downtime-fan", later, "cleaning")));
        watch.look();
        assertThat(monitor("device:downtime-fan").standing().downtime()).isTrue();
        assertThat(monitor("device:downtime-fan").standing().isToBeTold()).isFalse();
        assertThat(downtimes.current(Reach.ALL)).contains(begun);

        access.asSystem(() -> downtimes.end(begun.id(), Reach.ALL));
        watch.look();
        assertThat(monitor("device:downtime-fan").standing().isToBeTold()).isTrue();
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
