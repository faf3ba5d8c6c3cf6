package dev.cadastre.server.web.page;

import dev.cadastre.api.TimelineEvent;
import dev.cadastre.api.map.Asset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an asset, which is also the panel beside the map.
 *
 * @param asset it
 * @param neighbours what it needs, and who needs it
 * @param monitors what checks it, the worst first
 * @param events what happened to it or its host last
 * @param at the moment looked at; null for now
 * @param work what may be done to it
 */
public record AssetPage(
        Asset asset,
        AssetNeighbours neighbours,
        List<MonitorLine> monitors,
        List<TimelineEvent> events,
        @Nullable Instant at,
        AssetWork work) {

    /** The host that it is or is on; null if there is none. */
    public @Nullable String host() {
        return host(asset);
    }

    static @Nullable String host(Asset asset) {
        String id = asset.id();
        return switch (asset.kind()) {
            case "host" -> id.substring("host:".length());
            case "daemon", "service" -> id.substring(id.lastIndexOf('@') + 1);
            default -> null;
        };
    }
}
