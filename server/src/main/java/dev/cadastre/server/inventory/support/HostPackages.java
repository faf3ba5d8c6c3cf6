package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.HostPackageQuery;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.inventory.Packages;
import dev.cadastre.versions.VersionScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The packages of a host, read once. */
record HostPackages(List<KnownPackage> all) {

    private static final int MOST = 100_000;

    static HostPackages of(String host, Packages packages, Reach reach) {
        var query = new HostPackageQuery(host, null, null, null, null, MOST);
        return new HostPackages(
                packages.ofHost(query, reach).items().stream().map(HostPackage::item).toList());
    }

    /** Those of the system itself that have that line of a product. */
    List<KnownPackage> of(SupportJudgement judged, Judge judge) {
        return system().filter(item -> Products.isNamed(judged.product(), item.type(), item.name()))
                .filter(item ->
                        Cycles.numbers(item.version())
                                .map(version -> judge.of(judged.product(), version).cycle())
                                .filter(judged.cycle()::equals)
                                .isPresent())
                .toList();
    }

    /** The newest version of that name that the system has. */
    Optional<String> newest(PackageType type, String name) {
        VersionScheme scheme = VersionScheme.ofPurlType(type.purlType()).orElseThrow();
        return system().filter(item -> item.type() == type && item.name().equals(name))
                .map(KnownPackage::version)
                .max(scheme.comparator());
    }

    private Stream<KnownPackage> system() {
        return all.stream().filter(item -> item.root() == null);
    }
}
