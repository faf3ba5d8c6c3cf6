package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.Holdings;
import dev.cadastre.server.inventory.installed.HostEntry;
import dev.cadastre.server.inventory.installed.PackageSearch;
import dev.cadastre.server.inventory.installed.PackageSince;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Computes answers from which hosts have which packages. */
final class Holders {

    /**
     * A host with one version of a package.
     *
     * @param place the place of the package among those asked for
     */
    record Line(HostEntry host, KnownPackage item, int place) {

        PackageHolder holder(PackageSince.Arrivals arrivals) {
            return new PackageHolder(
                    host.name(),
                    host.environment(),
                    item,
                    arrivals.since(host.ordinal(), item.id()));
        }

        String cursor() {
            return Cursor.of(host.name(), String.valueOf(place));
        }
    }

    private record Version(PackageType type, String version) {
        static final Comparator<Version> ORDER =
                Comparator.comparing(Version::type).thenComparing(Version::version);
    }

    private Holders() {}

    /** One line more than the query's limit, if there are that many. */
    static List<Line> lines(
            Holdings held, List<KnownPackage> wanted, PackageHolderQuery query, Reach reach) {
        List<String> after = Cursor.parts(query.after(), 2);
        RoaringBitmap any = new RoaringBitmap();
        wanted.forEach(item -> any.or(held.holders(item.id())));
        List<Line> lines = new ArrayList<>();
        for (HostEntry host : candidates(held, query, after).values()) {
            if (lines.size() > query.limit()) {
                break;
            }
            if (any.contains(host.ordinal()) && matches(host, query, reach)) {
                int start = start(host, query.after(), after);
                for (int place = start; place < wanted.size(); place++) {
                    if (held.holders(wanted.get(place).id()).contains(host.ordinal())) {
                        lines.add(new Line(host, wanted.get(place), place));
                    }
                }
            }
        }
        return lines;
    }

    private static NavigableMap<String, HostEntry> candidates(
            Holdings held, PackageHolderQuery query, @Nullable List<String> after) {
        NavigableMap<String, HostEntry> hosts = held.hosts();
        if (query.host() != null) {
            hosts = hosts.subMap(query.host(), true, query.host(), true);
        }
        return after == null ? hosts : hosts.tailMap(after.getFirst(), true);
    }

    private static boolean matches(HostEntry host, PackageHolderQuery query, Reach reach) {
        return reach.covers(host.environment())
                && (query.environment() == null || query.environment().equals(host.environment()));
    }

    private static int start(
            HostEntry host, @Nullable String cursor, @Nullable List<String> after) {
        return after == null || cursor == null || !after.getFirst().equals(host.name())
                ? 0
                : Cursor.number(cursor, after.get(1)) + 1;
    }

    static List<PackageVersion> versions(Holdings held, List<KnownPackage> items, Reach reach) {
        SortedMap<Version, RoaringBitmap> holders = new TreeMap<>(Version.ORDER);
        items.forEach(item ->
                holders.computeIfAbsent(
                                new Version(item.type(), item.version()),
                                version -> new RoaringBitmap())
                        .or(held.holders(item.id())));
        List<String> environments =
                held.environments().stream().filter(reach::covers).sorted().toList();
        List<PackageVersion> versions = new ArrayList<>();
        holders.forEach((version, hosts) ->
                environments.forEach(environment -> {
                    int count = RoaringBitmap.andCardinality(hosts, held.in(environment));
                    if (count > 0) {
                        versions.add(
                                new PackageVersion(
                                        version.version(), version.type(), environment, count));
                    }
                }));
        return versions;
    }

    static PackageName name(
            Holdings held, PackageSearch.Named named, Map<Integer, String> versions, Reach reach) {
        RoaringBitmap within = new RoaringBitmap();
        held.environments().stream()
                .filter(reach::covers)
                .forEach(environment -> within.or(held.in(environment)));
        RoaringBitmap hosts = new RoaringBitmap();
        named.ids().stream().forEach(id -> hosts.or(held.holders(id)));
        long installed =
                named.ids().stream()
                        .filter(id -> RoaringBitmap.intersects(held.holders(id), within))
                        .mapToObj(id -> Objects.requireNonNull(versions.get(id)))
                        .distinct()
                        .count();
        return new PackageName(
                named.name(),
                named.type(),
                (int) installed,
                RoaringBitmap.andCardinality(hosts, within));
    }
}
