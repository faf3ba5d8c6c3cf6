package dev.cadastre.server.web.page;

import dev.cadastre.api.TimelineEvent;
import dev.cadastre.api.map.Asset;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineQuery;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.TimelineRecords;
import dev.cadastre.server.web.page.chart.TimeWindow;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed on an asset and its host, which may be why something works otherwise since. */
@Component
class ChangesMeanwhile {

    private static final int LOOKED_AT = 400;
    private static final int TOLD = 200;

    /** What follows from a change, or only says who looked. */
    private static final Set<String> NO_CHANGES =
            Set.of(
                    "monitor",
                    "downtime",
                    "incident",
                    "silence",
                    "access",
                    "collection",
                    "jsonstats",
                    "rule");

    private final Timeline timeline;
    private final TimelineRecords records;
    private final Permitted permitted;

    ChangesMeanwhile(Timeline timeline, TimelineRecords records, Permitted permitted) {
        this.timeline = timeline;
        this.records = records;
        this.permitted = permitted;
    }

    /**
     * Changes within a time, the newest first, as far as the reader may see them.
     *
     * @param asset what the map knows of it; null if that is nothing
     */
    List<TimelineEvent> of(String id, @Nullable Asset asset, TimeWindow window) {
        if (!permitted.mayAnywhere(Verb.READ, Part.TIMELINE)) {
            return List.of();
        }
        Reach reach = permitted.read(Part.TIMELINE);
        Set<String> names = new LinkedHashSet<>(List.of(id));
        String host = asset == null ? null : AssetPage.host(asset);
        if (host != null) {
            names.add("host:" + host);
        }
        return names.stream()
                .flatMap(name ->
                        timeline
                                .find(
                                        new TimelineQuery(
                                                reach.environments(),
                                                name,
                                                window.to(),
                                                null,
                                                LOOKED_AT))
                                .stream())
                .filter(event -> !event.at().isBefore(window.from()))
                .filter(event -> !NO_CHANGES.contains(event.kind().split("\\.", 2)[0]))
                .map(records::event)
                .sorted(Comparator.comparing(TimelineEvent::at).reversed())
                .limit(TOLD)
                .toList();
    }
}
