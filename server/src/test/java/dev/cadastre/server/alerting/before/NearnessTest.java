package dev.cadastre.server.alerting.before;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.topology.impact.NeededAsset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearnessTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SERVICE = "service:5432-tcp@db1";
    private static final String DAEMON = "daemon:postgresql@db1";
    private static final String HOST = "host:db1";

    private static final List<NeededAsset> NEAR =
            List.of(
                    new NeededAsset(SERVICE, "prod", List.of(SERVICE)),
                    new NeededAsset(DAEMON, "prod", List.of(SERVICE, DAEMON)),
                    new NeededAsset(HOST, "prod", List.of(SERVICE, DAEMON, HOST)));

    private final List<TimelineEvent> events = new ArrayList<>();

    private void event(String asset, String kind, String environment, Duration before) {
        events.add(
                new TimelineEvent(
                        events.size() + 1,
                        BEGAN.minus(before),
                        asset,
                        environment,
                        kind,
                        kind + " of " + asset,
                        "{}",
                        "system",
                        null));
    }

    private void event(String asset, String kind, Duration before) {
        event(asset, kind, "prod", before);
    }

    private List<Long> ranked() {
        return Nearness.of(BEGAN, NEAR, events).stream().map(one -> one.change().event()).toList();
    }

    @Test
    void putsTheUpgradeJustBeforeItFirst() {
        event(SERVICE, "estate.changed", Duration.ofHours(6));
        event(HOST, "packages.changed", Duration.ofMinutes(4));
        event(HOST, "packages.changed", Duration.ofHours(20));

        assertThat(ranked()).startsWith(2L);
        NearChange first = Nearness.of(BEGAN, NEAR, events).getFirst();
        assertThat(first.change().distance()).isEqualTo(2);
        assertThat(first.change().path()).containsExactly(SERVICE, DAEMON, HOST);
        assertThat(first.change().noticedAfter()).isFalse();
    }

    @Test
    void takesWhatIsNearerOfTwoAtTheSameTime() {
        event(HOST, "packages.changed", Duration.ofMinutes(30));
        event(SERVICE, "estate.changed", Duration.ofMinutes(30));
        event(DAEMON, "deployment", Duration.ofMinutes(30));

        assertThat(ranked()).containsExactly(2L, 3L, 1L);
    }

    @Test
    void takesWhatWasNoticedAfterwardsButNotWhatHappenedThen() {
        event(HOST, "packages.changed", Duration.ofSeconds(-5));
        event(HOST, "estate.changed", Duration.ofSeconds(-5));
        event(HOST, "map.changed", Duration.ofSeconds(-5));

        assertThat(ranked()).containsExactly(1L);
        assertThat(Nearness.of(BEGAN, NEAR, events).getFirst().change().noticedAfter()).isTrue();
    }

    @Test
    void leavesOutWhatChangesNothing() {
        event(HOST, "monitor.changed", Duration.ofMinutes(1));
        event(HOST, "incident.opened", Duration.ofMinutes(1));
        event(HOST, "downtime.announced", Duration.ofMinutes(1));
        event("host:other", "packages.changed", Duration.ofMinutes(1));

        assertThat(ranked()).isEmpty();
    }

    @Test
    void showsNobodyWhatLiesInOtherEnvironments() {
        event(HOST, "packages.changed", "qa", Duration.ofMinutes(1));
        NearChange change = Nearness.of(BEGAN, NEAR, events).getFirst();

        assertThat(change.isVisible(new Reach(Set.of("prod")))).isFalse();
        assertThat(change.isVisible(new Reach(Set.of("prod", "qa")))).isTrue();
        assertThat(change.isVisible(Reach.ALL)).isTrue();
    }

    @Test
    void isBounded() {
        IntStream.range(0, 100)
                .forEach(i -> event(HOST, "packages.changed", Duration.ofMinutes(i)));

        assertThat(ranked()).hasSize(20).startsWith(1L, 2L);
    }

    @Property
    void isFartherTheLongerAgoAndTheMoreStepsAway(
            @ForAll @IntRange(max = 1440) int minutes, @ForAll @IntRange(max = 4) int distance) {
        Instant at = BEGAN.minus(Duration.ofMinutes(minutes));
        double farness = Nearness.farness(at, BEGAN, distance);

        assertThat(Nearness.farness(at.minusSeconds(60), BEGAN, distance)).isGreaterThan(farness);
        assertThat(Nearness.farness(at, BEGAN, distance + 1)).isGreaterThan(farness);
    }
}
