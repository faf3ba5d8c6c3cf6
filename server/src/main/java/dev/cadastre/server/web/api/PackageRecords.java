package dev.cadastre.server.web.api;

import dev.cadastre.api.InstalledPackage;
import dev.cadastre.api.PackageHost;
import dev.cadastre.api.PackageSummary;
import dev.cadastre.api.PackageVersion;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.inventory.PackageHolder;
import dev.cadastre.server.inventory.PackageName;
import java.time.Instant;

/** Packages as they are sent. */
public final class PackageRecords {

    private PackageRecords() {}

    public static InstalledPackage installed(HostPackage installed) {
        return installed(installed.item(), installed.since());
    }

    public static PackageHost holder(PackageHolder holder) {
        return new PackageHost(
                holder.host(),
                holder.environment(),
                installed(holder.item(), holder.since()),
                holder.since());
    }

    public static PackageSummary summary(PackageName name) {
        return new PackageSummary(
                name.name(), name.type().purlType(), name.versions(), name.hosts());
    }

    public static PackageVersion version(dev.cadastre.server.inventory.PackageVersion version) {
        return new PackageVersion(
                version.version(),
                version.type().purlType(),
                version.environment(),
                version.hosts());
    }

    private static InstalledPackage installed(KnownPackage item, Instant since) {
        return new InstalledPackage(
                item.name(),
                item.version(),
                item.arch(),
                item.type().purlType(),
                item.purl(),
                item.source(),
                item.vendor(),
                item.root(),
                since);
    }
}
