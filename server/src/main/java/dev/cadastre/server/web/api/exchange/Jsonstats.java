package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.server.inventory.Readings;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads hosts into jsonstats documents. */
@Component
class Jsonstats {

    private final InstalledPackages packages;
    private final Readings readings;

    Jsonstats(Packages packages, Readings readings) {
        this.packages = new InstalledPackages(packages);
        this.readings = readings;
    }

    SortedMap<String, Object> document(Host host, @Nullable Instant at, Reach reach) {
        List<HostPackage> installed = packages.of(host.name(), null, at, reach);
        return JsonstatsDocument.of(
                installed, readings.facts(host.name(), at, reach), host.observedAt());
    }
}
