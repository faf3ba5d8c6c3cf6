package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.web.api.KnownHosts;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hosts as jsonstats servers describe themselves. */
@RestController
class JsonstatsController {

    private final Jsonstats jsonstats;
    private final KnownHosts known;
    private final Permitted permitted;

    JsonstatsController(Jsonstats jsonstats, KnownHosts known, Permitted permitted) {
        this.jsonstats = jsonstats;
        this.known = known;
        this.permitted = permitted;
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /** Its packages and facts as a jsonstats document. */
    @GetMapping(ApiPath.BASE + "/hosts/{name}/jsonstats")
    Map<String, Object> document(@PathVariable String name, MomentParameters moment) {
        Host host = known.visible(name, moment.at());
        return jsonstats.document(host, moment.at(), permitted.read(Part.INVENTORY));
    }
}
