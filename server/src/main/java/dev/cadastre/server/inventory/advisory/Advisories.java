package dev.cadastre.server.inventory.advisory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.server.inventory.Page;
import dev.cadastre.server.inventory.UnknownHost;
import dev.cadastre.server.inventory.installed.Holdings;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.HostEntry;
import dev.cadastre.server.inventory.installed.PackageIds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which hosts have something vulnerable. Thread-safe. */
@Service
@NamedInterface("advisory")
public class Advisories {

    private static final int WRITTEN_AT_ONCE = 500;
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})*");

    private static final Comparator<VulnerablePackage> ORDER =
            Comparator.comparing(VulnerablePackage::name)
                    .thenComparing(VulnerablePackage::type)
                    .thenComparing(VulnerablePackage::version)
                    .thenComparing(
                            VulnerablePackage::fixed, Comparator.nullsLast(String::compareTo));

    private final AdvisoryTable table;
    private final AdvisoryMatches matches;
    private final HoldingsReader holdings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Advisories(
            AdvisoryTable table,
            AdvisoryMatches matches,
            HoldingsReader holdings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.matches = matches;
        this.holdings = holdings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Found(String advisory, int hosts, List<VulnerablePackage> packages) {}

    /**
     * Takes the advisories of a file, each in place of one of the same name. Whoever asks meanwhile
     * is answered at once, by those of before.
     *
     * @param content an OSV document, or a zip of them
     * @throws InvalidFeed if anything of it cannot be read; nothing is taken then
     */
    public LoadedAdvisories load(InputStream content) {
        LoadedAdvisories loaded =
                Objects.requireNonNull(transaction.execute(status -> taken(content)));
        matches.takeIn();
        return loaded;
    }

    private LoadedAdvisories taken(InputStream content) {
        var loading = new Loading();
        try {
            AdvisoryFile.read(content, AdvisoryFile.Bounds.USUAL, loading::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the advisories to the end", e);
        }
        return loading.finish();
    }

    private final class Loading {
        private final List<OsvDocument> waiting = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private int withdrawn;
        private int packages;
        private int unmatched;

        void add(OsvDocument document) {
            Advisory advisory = document.advisory();
            if (!ids.add(advisory.id())) {
                throw new InvalidFeed(advisory.id(), "It is there more than once.");
            }
            withdrawn += advisory.withdrawn() == null ? 0 : 1;
            packages += document.packages().size();
            unmatched +=
                    (int)
                            document.packages().stream()
                                    .filter(each -> each.target() == null)
                                    .count();
            waiting.add(document);
            if (waiting.size() == WRITTEN_AT_ONCE) {
                write();
            }
        }

        private void write() {
            table.replace(waiting);
            waiting.clear();
        }

        LoadedAdvisories finish() {
            write();
            table.noteLoad(clock.instant(), ids.size());
            return new LoadedAdvisories(ids.size(), withdrawn, packages, unmatched);
        }
    }

    /**
     * Those that affect hosts within reach, by name.
     *
     * @throws UnknownHost if there is no host within reach of the name asked for
     */
    @Transactional(readOnly = true)
    public Page<AdvisoryFinding> find(AdvisoryQuery query, Reach reach) {
        NavigableMap<String, List<PackageMatch>> all = matches.byAdvisory();
        NavigableMap<String, List<PackageMatch>> rest =
                query.after() == null ? all : all.tailMap(query.after(), false);
        Releases releases = releases();
        List<Found> found =
                holdings.ask(
                        ids(rest.values()),
                        null,
                        held -> found(held, rest, releases, query, reach));
        boolean more = found.size() > query.limit();
        List<Found> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(findings(page), more ? page.getLast().advisory() : null);
    }

    private static List<Found> found(
            Holdings held,
            NavigableMap<String, List<PackageMatch>> matches,
            Releases releases,
            AdvisoryQuery query,
            Reach reach) {
        RoaringBitmap within = within(held, query.host(), reach);
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, List<PackageMatch>> entry : matches.entrySet()) {
            Found one =
                    found(held, entry.getKey(), wanted(entry.getValue(), query), releases, within);
            if (one.hosts() > 0) {
                found.add(one);
            }
            if (found.size() > query.limit()) {
                break;
            }
        }
        return found;
    }

    private static List<PackageMatch> wanted(List<PackageMatch> matches, AdvisoryQuery query) {
        return matches.stream()
                .filter(match ->
                        query.packageName() == null || query.packageName().equals(match.name()))
                .filter(match -> query.type() == null || query.type() == match.type())
                .toList();
    }

    private static Found found(
            Holdings held,
            String advisory,
            List<PackageMatch> matches,
            Releases releases,
            RoaringBitmap within) {
        RoaringBitmap hosts = new RoaringBitmap();
        List<VulnerablePackage> packages = new ArrayList<>();
        for (PackageMatch match : matches) {
            RoaringBitmap affected = affected(held, match, releases, within);
            if (!affected.isEmpty()) {
                hosts.or(affected);
                packages.add(vulnerable(match, affected.getCardinality()));
            }
        }
        packages.sort(ORDER);
        return new Found(advisory, hosts.getCardinality(), packages);
    }

    private static RoaringBitmap affected(
            Holdings held, PackageMatch match, Releases releases, RoaringBitmap within) {
        RoaringBitmap affected = RoaringBitmap.and(held.holders(match.packageId()), within);
        RoaringBitmap release = releases.of(match.namespace(), match.release());
        if (release != null) {
            affected.and(release);
        }
        return affected;
    }

    private static VulnerablePackage vulnerable(PackageMatch match, int hosts) {
        return new VulnerablePackage(
                match.type(), match.name(), match.version(), match.fixed(), hosts);
    }

    private static RoaringBitmap within(Holdings held, @Nullable String host, Reach reach) {
        RoaringBitmap within = new RoaringBitmap();
        if (host == null) {
            held.environments().stream()
                    .filter(reach::covers)
                    .forEach(environment -> within.or(held.in(environment)));
            return within;
        }
        HostEntry entry = held.hosts().get(host);
        if (entry == null || !reach.covers(entry.environment())) {
            throw new UnknownHost(host);
        }
        within.add(entry.ordinal());
        return within;
    }

    private List<AdvisoryFinding> findings(List<Found> page) {
        Map<String, Advisory> advisories =
                table.all(page.stream().map(Found::advisory).toList()).stream()
                        .collect(Collectors.toMap(Advisory::id, Function.identity()));
        return page.stream()
                .flatMap(found ->
                        Optional.ofNullable(advisories.get(found.advisory())).stream()
                                .map(advisory ->
                                        new AdvisoryFinding(
                                                advisory, found.hosts(), found.packages())))
                .toList();
    }

    /** One advisory by its name or an alias, whether it affects a host or not. */
    @Transactional(readOnly = true)
    public Optional<AdvisoryFinding> named(String name, Reach reach) {
        return table.named(name).map(advisory -> finding(advisory, reach));
    }

    private AdvisoryFinding finding(Advisory advisory, Reach reach) {
        List<PackageMatch> about = matches.byAdvisory().getOrDefault(advisory.id(), List.of());
        Releases releases = releases();
        Found found =
                holdings.ask(
                        ids(List.of(about)),
                        null,
                        held ->
                                found(
                                        held,
                                        advisory.id(),
                                        about,
                                        releases,
                                        within(held, null, reach)));
        return new AdvisoryFinding(advisory, found.hosts(), found.packages());
    }

    /** The hosts that it affects, by name; none if there is no such advisory. */
    @Transactional(readOnly = true)
    public Page<AffectedHost> hosts(
            String advisory, @Nullable String after, int limit, Reach reach) {
        List<PackageMatch> about =
                table.named(advisory)
                        .map(found -> matches.byAdvisory().getOrDefault(found.id(), List.of()))
                        .orElse(List.of());
        Releases releases = releases();
        List<AffectedHost> hosts =
                holdings.ask(
                        ids(List.of(about)),
                        null,
                        held -> hosts(held, about, releases, after, limit, reach));
        return hosts.size() <= limit
                ? new Page<>(hosts, null)
                : new Page<>(hosts.subList(0, limit), hosts.get(limit - 1).host());
    }

    private static List<AffectedHost> hosts(
            Holdings held,
            List<PackageMatch> about,
            Releases releases,
            @Nullable String after,
            int limit,
            Reach reach) {
        RoaringBitmap within = within(held, null, reach);
        Map<PackageMatch, RoaringBitmap> affected =
                about.stream()
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        match -> affected(held, match, releases, within)));
        NavigableMap<String, HostEntry> rest =
                after == null ? held.hosts() : held.hosts().tailMap(after, false);
        return rest.values().stream()
                .map(host ->
                        new AffectedHost(
                                host.name(),
                                host.environment(),
                                affected.entrySet().stream()
                                        .filter(each -> each.getValue().contains(host.ordinal()))
                                        .map(each -> vulnerable(each.getKey(), 1))
                                        .sorted(ORDER)
                                        .toList()))
                .filter(host -> !host.packages().isEmpty())
                .limit(limit + 1L)
                .toList();
    }

    private static PackageIds ids(Iterable<List<PackageMatch>> matches) {
        Set<Integer> ids = new HashSet<>();
        matches.forEach(some -> some.forEach(match -> ids.add(match.packageId())));
        return PackageIds.of(ids);
    }

    private Releases releases() {
        List<Releases.Hosts> all = new ArrayList<>();
        jdbc.sql(
                        """
                        select os_id, os, array_agg(ordinal) as hosts from inventory.host
                        where lifecycle = 'LIVE' and os_id is not null and os is not null
                        group by os_id, os
                        """)
                .query(row -> {
                    Matcher numbers = NUMBERS.matcher(row.getString("os"));
                    if (numbers.find()) {
                        Integer[] hosts = (Integer[]) row.getArray("hosts").getArray();
                        all.add(
                                new Releases.Hosts(
                                        row.getString("os_id"),
                                        numbers.group(),
                                        RoaringBitmap.bitmapOf(
                                                Arrays.stream(hosts)
                                                        .mapToInt(Integer::intValue)
                                                        .toArray())));
                    }
                });
        return new Releases(all);
    }
}
