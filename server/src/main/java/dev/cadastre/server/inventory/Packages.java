package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.NamePattern;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSearch;
import dev.cadastre.server.inventory.installed.PackageSince;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is installed where. Thread-safe. */
@Service
public class Packages {

    /** To find names is a walk over all packages, however many are wanted. */
    private static final int FOUND_AT_ONCE = 1_000;

    /** To count holders takes longer the more packages are asked for. */
    private static final int COUNTED_AT_ONCE = 20;

    private final HostReader hosts;
    private final InstalledList installed;
    private final PackageDictionary dictionary;
    private final PackageSearch search;
    private final PackageSince since;
    private final HoldingsReader holdings;

    Packages(
            HostReader hosts,
            InstalledList installed,
            PackageDictionary dictionary,
            PackageSearch search,
            PackageSince since,
            HoldingsReader holdings) {
        this.hosts = hosts;
        this.installed = installed;
        this.dictionary = dictionary;
        this.search = search;
        this.since = since;
        this.holdings = holdings;
    }

    /**
     * The packages of a host, by name, type, root, arch and version.
     *
     * @throws UnknownHost if there is none of that name within reach
     */
    @Transactional(readOnly = true)
    public Page<HostPackage> ofHost(HostPackageQuery query, Reach reach) {
        int host = hosts.known(query.host(), query.at(), reach).ordinal();
        List<String> after = Cursor.parts(query.after(), 2);
        List<KnownPackage> matching = matching(installed.of(host, query.at()), query);
        int start = after == null ? 0 : position(matching, after, query.after());
        int end = Math.min(start + query.limit(), matching.size());
        List<KnownPackage> page = matching.subList(start, end);
        PackageSince.Arrivals arrivals = since.arrivals(Set.of(host), ids(page), query.at());
        return new Page<>(
                page.stream()
                        .map(item -> new HostPackage(item, arrivals.since(host, item.id())))
                        .toList(),
                end < matching.size() ? cursor(page.getLast()) : null);
    }

    private static List<KnownPackage> matching(List<KnownPackage> items, HostPackageQuery query) {
        if (query.type() == null && query.text() == null) {
            return items;
        }
        return items.stream()
                .filter(item -> query.type() == null || item.type() == query.type())
                .filter(item -> fits(item.name(), query.text()))
                .toList();
    }

    /** The names of all installed packages. */
    @Transactional(readOnly = true)
    public Page<PackageName> names(PackageNameQuery query, Reach reach) {
        List<String> after = Cursor.parts(query.after(), 2);
        String afterName = after == null ? null : after.get(0);
        String afterType = after == null ? null : after.get(1);
        List<PackageName> names = new ArrayList<>();
        while (names.size() <= query.limit()) {
            List<PackageSearch.Named> found =
                    search.names(query.text(), query.type(), afterName, afterType, FOUND_AT_ONCE);
            count(found, query, reach, names);
            if (found.size() < FOUND_AT_ONCE) {
                break;
            }
            afterName = found.getLast().name();
            afterType = found.getLast().type().name();
        }
        if (names.size() <= query.limit()) {
            return new Page<>(names, null);
        }
        PackageName last = names.get(query.limit() - 1);
        return new Page<>(
                names.subList(0, query.limit()), Cursor.of(last.name(), last.type().name()));
    }

    /** Adds those that are installed, up to one more than the query's limit. */
    private void count(
            List<PackageSearch.Named> found,
            PackageNameQuery query,
            Reach reach,
            List<PackageName> names) {
        int counted = 0;
        while (counted < found.size() && names.size() <= query.limit()) {
            int size = Math.max(query.limit() + 1 - names.size(), COUNTED_AT_ONCE);
            int end = Math.min(counted + size, found.size());
            names.addAll(counted(found.subList(counted, end), query.at(), reach));
            counted = end;
        }
    }

    /** Which versions there are in which environments, by type, version and environment. */
    @Transactional(readOnly = true)
    public List<PackageVersion> versions(
            String name, @Nullable PackageType type, @Nullable Instant at, Reach reach) {
        List<KnownPackage> known = search.named(name, type, null);
        return holdings.ask(ids(known), at, held -> Holders.versions(held, known, reach));
    }

    /** Which hosts have a package; a line for each version that a host has. */
    @Transactional(readOnly = true)
    public Page<PackageHolder> hosts(PackageHolderQuery query, Reach reach) {
        List<KnownPackage> wanted = wanted(query);
        List<Holders.Line> lines =
                holdings.ask(
                        ids(wanted), query.at(), held -> Holders.lines(held, wanted, query, reach));
        boolean more = lines.size() > query.limit();
        List<Holders.Line> page = more ? lines.subList(0, query.limit()) : lines;
        PackageSince.Arrivals arrivals =
                since.arrivals(
                        page.stream()
                                .map(line -> line.host().ordinal())
                                .collect(Collectors.toSet()),
                        ids(wanted),
                        query.at());
        return new Page<>(
                page.stream().map(line -> line.holder(arrivals)).toList(),
                more ? page.getLast().cursor() : null);
    }

    private List<KnownPackage> wanted(PackageHolderQuery query) {
        String purl = query.purl();
        String name = query.name();
        List<KnownPackage> found =
                purl != null
                        ? search.byPurl(purl)
                        : name != null
                                ? search.named(name, query.type(), query.version())
                                : List.of();
        return found.stream()
                .filter(item -> name == null || item.name().equals(name))
                .filter(item -> query.type() == null || item.type() == query.type())
                .filter(item -> query.version() == null || item.version().equals(query.version()))
                .sorted(InstalledList.ORDER)
                .toList();
    }

    private List<PackageName> counted(
            List<PackageSearch.Named> found, @Nullable Instant at, Reach reach) {
        PackageIds all = PackageIds.of(found.stream().flatMapToInt(named -> named.ids().stream()));
        Map<Integer, String> versions =
                dictionary.packages(all).stream()
                        .collect(Collectors.toMap(KnownPackage::id, KnownPackage::version));
        return holdings.ask(
                all,
                at,
                held ->
                        found.stream()
                                .map(named -> Holders.name(held, named, versions, reach))
                                .filter(name -> name.hosts() > 0)
                                .toList());
    }

    private static boolean fits(String name, @Nullable String text) {
        return text == null || new NamePattern(text).matches(name);
    }

    /** Where the list goes on after a package, which may be gone by now. */
    private int position(List<KnownPackage> sorted, List<String> after, @Nullable String cursor) {
        int id = Cursor.number(cursor == null ? "" : cursor, after.get(1));
        KnownPackage last =
                dictionary.packages(PackageIds.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new InvalidCursor(cursor == null ? "" : cursor));
        return (int)
                sorted.stream()
                        .filter(item -> InstalledList.ORDER.compare(item, last) <= 0)
                        .count();
    }

    private static String cursor(KnownPackage item) {
        return Cursor.of("package", String.valueOf(item.id()));
    }

    private static PackageIds ids(List<KnownPackage> items) {
        return PackageIds.of(items.stream().mapToInt(KnownPackage::id));
    }
}
