package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.delivering.DeliveryLine;
import dev.cadastre.server.monitoring.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one incident.
 *
 * @param story all that is known of it
 * @param asset its cause; null if that is no longer there, or the reader may not see the map
 * @param owner whom to call; null if nobody answers for it
 * @param silence because of which nobody is told of it now; null if it is told
 * @param deliveries what was told of it, the newest first
 * @param writer whether the reader may look after it
 * @param text a comment that somebody is about to write
 * @param faults what is wrong with it
 */
public record IncidentPage(
        IncidentStory story,
        @Nullable Asset asset,
        @Nullable AssetOwner owner,
        @Nullable Window silence,
        List<DeliveryLine> deliveries,
        boolean writer,
        String text,
        FormFaults faults) {

    /** It. */
    public Incident incident() {
        return story.incident();
    }

    /** What people call its cause. */
    public String causeName() {
        return asset == null ? incident().cause() : MapWording.name(asset);
    }

    /** Whether it is over. */
    public boolean isOver() {
        return incident().state() == IncidentState.RESOLVED;
    }
}
