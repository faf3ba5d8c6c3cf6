package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.KindDescription;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Kinds of monitors. */
@RestController
@RequestMapping(ApiPath.BASE + "/monitor-kinds")
class MonitorKindsController {

    private final Permitted permitted;

    MonitorKindsController(Permitted permitted) {
        this.permitted = permitted;
    }

    /** All kinds, each with what it can be told. */
    @GetMapping
    ListPage<KindDescription> list() {
        permitted.read(Part.MONITORING);
        return Pages.whole(List.of(MonitorKind.values()), MonitorRecords::kind);
    }
}
