package dev.cadastre.server.web.api;

import dev.cadastre.api.Sbom;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Bills of materials for other tools. */
@RestController
class SbomController {

    private static final int WHOLE = 200_000;

    private final KnownHosts hosts;
    private final Packages packages;
    private final Permitted permitted;
    private final Clock clock;

    SbomController(KnownHosts hosts, Packages packages, Permitted permitted, Clock clock) {
        this.hosts = hosts;
        this.packages = packages;
        this.permitted = permitted;
        this.clock = clock;
    }

    @Parameters
    record MomentParameters(@Nullable Instant at) {}

    /** What is installed on a host, in the form of CycloneDX 1.6. */
    @GetMapping(path = ApiPath.BASE + "/hosts/{name}/sbom", produces = Sbom.MEDIA_TYPE)
    Sbom sbom(@PathVariable String name, MomentParameters moment) {
        Reach reach = permitted.read(Part.INVENTORY);
        Host host = hosts.visible(name, moment.at());
        var query = new HostPackageQuery(name, null, null, moment.at(), null, WHOLE);
        List<HostPackage> installed = packages.ofHost(query, reach).items();
        Instant at = Objects.requireNonNullElseGet(moment.at(), clock::instant);
        return SbomRecords.of(host, installed, at.truncatedTo(ChronoUnit.SECONDS));
    }
}
