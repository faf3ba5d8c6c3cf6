package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is installed where. Thread-safe. */
public interface Packages {

    /**
     * The packages of a host, by name, type, root, arch and version.
     *
     * @throws UnknownHost if there is none of that name within reach
     */
    Page<HostPackage> ofHost(HostPackageQuery query, Reach reach);

    /** The names of all installed packages. */
    Page<PackageName> names(PackageNameQuery query, Reach reach);

    /** Which versions there are in which environments, by type, version and environment. */
    List<PackageVersion> versions(
            String name, @Nullable PackageType type, @Nullable Instant at, Reach reach);

    /** Which hosts have a package; a line for each version that a host has. */
    Page<PackageHolder> hosts(PackageHolderQuery query, Reach reach);
}
