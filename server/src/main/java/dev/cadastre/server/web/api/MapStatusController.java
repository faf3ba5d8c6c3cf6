package dev.cadastre.server.web.api;

import dev.cadastre.api.map.MapStatus;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.reading.Maps;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the map is. */
@RestController
class MapStatusController {

    private final Maps maps;
    private final Permitted permitted;

    MapStatusController(Maps maps, Permitted permitted) {
        this.maps = maps;
        this.permitted = permitted;
    }

    /** How large the map is, and how far behind the reports of hosts. */
    @GetMapping(ApiPath.BASE + "/map/status")
    MapStatus status() {
        permitted.requireEverywhere(Verb.READ, Part.TOPOLOGY);
        dev.cadastre.server.topology.reading.MapStatus status = maps.status();
        return new MapStatus(
                status.assets(),
                status.relations(),
                status.waiting(),
                status.joined(),
                status.work().toMillis());
    }
}
