package dev.cadastre.server.web.api.exchange;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.Packages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All packages of one host; a report cannot bring more than fit into memory. */
record InstalledPackages(Packages packages) {

    List<HostPackage> of(
            String host, @Nullable PackageType type, @Nullable Instant at, Reach reach) {
        var query = new HostPackageQuery(host, null, type, at, null, Integer.MAX_VALUE);
        return packages.ofHost(query, reach).items();
    }
}
