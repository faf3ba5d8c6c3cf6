package dev.cadastre.server.web.api;

import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.AssetPath;
import dev.cadastre.api.map.MapChange;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What depends on what. */
@RestController
@RequestMapping(ApiPath.BASE + "/map")
class MapController {

    private final Maps maps;
    private final Impacts impacts;
    private final Permitted permitted;

    MapController(Maps maps, Impacts impacts, Permitted permitted) {
        this.maps = maps;
        this.impacts = impacts;
        this.permitted = permitted;
    }

    @Parameters
    record SpanParameters(Instant from, @Nullable Instant to) {}

    @Parameters
    record WayParameters(String from, String to) {}

    /**
     * The map around some assets, by default one step, or of an environment, or of what a query
     * finds; by default up to 1,000 assets. The parameter asset may be repeated. The formats dot
     * and mermaid give text for Graphviz and Mermaid, ndjson an asset or relation a line.
     */
    @GetMapping
    AssetMap part(MapParameters parameters) {
        return MapRecords.map(maps.part(parameters.query(), permitted.read(Part.TOPOLOGY)));
    }

    /** How the map at a moment differs from that at an earlier one; now, if no later is named. */
    @GetMapping("/changes")
    MapChange changes(SpanParameters span) {
        return MapRecords.change(
                maps.difference(span.from(), span.to(), permitted.read(Part.TOPOLOGY)));
    }

    /** The shortest way between two assets: by what they need if there is one, else by anything. */
    @GetMapping("/way")
    AssetPath way(WayParameters ends) {
        return MapRecords.path(impacts.way(ends.from(), ends.to(), permitted.read(Part.TOPOLOGY)));
    }
}
