package dev.cadastre.server.alerting.before;

import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.impact.NeededAsset;
import dev.cadastre.server.topology.impact.Needs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads off the map and the timeline what changed before a failure. Thread-safe. */
@Component
public class NearChanges {

    /** How long after the failure began changes are still noticed that may have led to it. */
    public static final Duration AFTER = Duration.ofHours(1);

    private static final Duration BEFORE = Duration.ofHours(24);
    private static final int STEPS = 4;
    private static final int MOST_ASSETS = 200;
    private static final int MOST_EVENTS = 1_000;

    private final Needs needs;
    private final Timeline timeline;

    NearChanges(Needs needs, Timeline timeline) {
        this.needs = needs;
        this.timeline = timeline;
    }

    /**
     * What changed near a cause before a failure that began then, the most likely first.
     *
     * @param cause the asset; one that is no longer on the map is looked for alone
     */
    public List<NearChange> of(String cause, Instant began) {
        List<NeededAsset> near = near(cause);
        return Nearness.of(
                began,
                near,
                timeline.of(
                        near.stream().map(NeededAsset::name).toList(),
                        Nearness.TOPICS,
                        began.minus(BEFORE),
                        began.plus(AFTER),
                        MOST_EVENTS));
    }

    /** Whether an asset is on the map. */
    public boolean isOnMap(String asset) {
        return !needs.of(asset, 0, 1).isEmpty();
    }

    /** The host that a cause is or is on, the nearest of those that it needs. */
    public Optional<String> host(String cause) {
        String prefix = AssetName.HOST + ":";
        return near(cause).stream()
                .map(NeededAsset::name)
                .filter(name -> name.startsWith(prefix))
                .findFirst()
                .map(name -> name.substring(prefix.length()));
    }

    private List<NeededAsset> near(String cause) {
        List<NeededAsset> near = needs.of(cause, STEPS, MOST_ASSETS);
        return near.isEmpty() ? List.of(new NeededAsset(cause, null, List.of(cause))) : near;
    }
}
