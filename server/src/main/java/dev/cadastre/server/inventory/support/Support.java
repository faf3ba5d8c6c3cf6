package dev.cadastre.server.inventory.support;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Page;
import dev.cadastre.server.inventory.UnknownHost;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is supported for how long, on one host and on all. Thread-safe. */
@Service
@NamedInterface("support")
public class Support {

    /** An end in at most so many days is soon, unless something else is asked for. */
    public static final int SOON = 180;

    private static final Comparator<SupportLine> WORST_FIRST =
            Comparator.comparing((SupportLine line) -> line.judgement().status())
                    .thenComparing(
                            line -> line.judgement().days(),
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(line -> line.judgement().product())
                    .thenComparing(line -> line.judgement().cycle(), Cycles.ORDER);

    private final SupportTable table;
    private final FactTable loaded;
    private final HostItems items;
    private final HostWays ways;
    private final Clock clock;
    private final List<SupportFact> checkedIn = CheckedInFacts.read();

    Support(SupportTable table, FactTable loaded, HostItems items, HostWays ways, Clock clock) {
        this.table = table;
        this.loaded = loaded;
        this.items = items;
        this.ways = ways;
        this.clock = clock;
    }

    private record Line(String product, String cycle) {}

    private record Found(SupportJudgement judgement, RoaringBitmap hosts, List<SupportedPart> of) {}

    /**
     * What a host has that is supported by somebody or not: its system, its runtimes by path, its
     * servers by name.
     *
     * @param within an end in at most that many days is soon
     * @throws UnknownHost if there is none of that name within reach
     */
    @Transactional(readOnly = true)
    public List<SupportItem> ofHost(String host, int within, Reach reach) {
        SupportTable.Place place =
                table.place(host, reach).orElseThrow(() -> new UnknownHost(host));
        return items(host, place, judge(within), reach);
    }

    private List<SupportItem> items(
            String host, SupportTable.Place place, Judge judge, Reach reach) {
        return ways.added(host, place, items.of(host, place, judge, reach), judge, reach);
    }

    /**
     * By which names packages of what a host has go, as extended regular expressions; of what its
     * repositories offer, such ones are of interest.
     *
     * @throws UnknownHost if there is none of that name within reach
     */
    @Transactional(readOnly = true)
    public List<String> packageNames(String host, Reach reach) {
        SupportTable.Place place =
                table.place(host, reach).orElseThrow(() -> new UnknownHost(host));
        return items.of(host, place, judge(SOON), reach).stream()
                .map(item -> item.judgement().product())
                .distinct()
                .flatMap(product -> Products.names(product).stream())
                .toList();
    }

    /**
     * What the host's repositories offered that is newer than what it has now, when they were asked
     * last.
     *
     * @throws UnknownHost if there is none of that name within reach
     */
    @Transactional(readOnly = true)
    public List<Upgrade> upgrades(String host, Reach reach) {
        SupportTable.Place place =
                table.place(host, reach).orElseThrow(() -> new UnknownHost(host));
        Judge judge = judge(SOON);
        return ways.upgrades(host, place, items.of(host, place, judge, reach), judge, reach);
    }

    /** The lines that hosts within reach have, the worst first. */
    @Transactional(readOnly = true)
    public List<SupportLine> report(@Nullable SupportStatus status, int within, Reach reach) {
        Map<String, RoaringBitmap> environments = table.environments(reach);
        return found(judge(within)).values().stream()
                .filter(found -> status == null || found.judgement().status() == status)
                .map(found -> line(found, environments))
                .filter(line -> line.hosts() > 0)
                .sorted(WORST_FIRST)
                .toList();
    }

    /** One line of releases with its hosts; empty if neither a fact nor a host tells of it. */
    @Transactional(readOnly = true)
    public Optional<SupportLine> line(String product, String cycle, int within, Reach reach) {
        Judge judge = judge(within);
        SupportLine used =
                Optional.ofNullable(found(judge).get(new Line(product, cycle)))
                        .map(found -> line(found, table.environments(reach)))
                        .filter(line -> line.hosts() > 0)
                        .orElse(null);
        return used != null
                ? Optional.of(used)
                : judge.facts()
                        .line(product, cycle)
                        .map(fact -> new SupportLine(judge.of(fact), new TreeMap<>()));
    }

    /** Newer lines of that product that are supported today, the oldest first. */
    @Transactional(readOnly = true)
    public List<SupportJudgement> newer(String product, String cycle, int within) {
        Judge judge = judge(within);
        return judge.facts().newer(product, cycle, judge.today()).stream().map(judge::of).toList();
    }

    /**
     * The hosts that have a line, by name, each with the ways up that it has.
     *
     * @param limit the most hosts; of each is found what could take the line's place there
     */
    @Transactional(readOnly = true)
    public Page<LineHost> hosts(
            String product, String cycle, @Nullable String after, int limit, Reach reach) {
        Judge judge = judge(SOON);
        Found found = found(judge).get(new Line(product, cycle));
        if (found == null) {
            return new Page<>(List.of(), null);
        }
        List<Map.Entry<Integer, LineHost>> hosts =
                table.hosts(found.hosts(), after, limit + 1, reach);
        List<Map.Entry<Integer, LineHost>> page = hosts.subList(0, Math.min(limit, hosts.size()));
        return new Page<>(
                page.stream().map(host -> having(found, host, judge, reach)).toList(),
                page.size() < hosts.size() ? page.getLast().getValue().host() : null);
    }

    private LineHost having(
            Found found, Map.Entry<Integer, LineHost> host, Judge judge, Reach reach) {
        List<String> versions =
                found.of().stream()
                        .filter(part -> part.hosts().contains(host.getKey()))
                        .map(SupportedPart::version)
                        .distinct()
                        .sorted()
                        .toList();
        String name = host.getValue().host();
        return new LineHost(
                name,
                host.getValue().environment(),
                versions,
                WaysUp.isWanted(found.judgement())
                        ? itemsOf(found, name, judge, reach)
                        : List.of());
    }

    private List<SupportItem> itemsOf(Found found, String host, Judge judge, Reach reach) {
        Optional<SupportTable.Place> place = table.place(host, reach);
        if (place.isEmpty()) {
            // It was retired since it was listed.
            return List.of();
        }
        return items(host, place.get(), judge, reach).stream()
                .filter(item -> item.judgement().product().equals(found.judgement().product()))
                .filter(item -> item.judgement().cycle().equals(found.judgement().cycle()))
                .toList();
    }

    /** Every fact by product, the newest line first. */
    @Transactional(readOnly = true)
    public List<SupportFact> facts() {
        return known().all().toList();
    }

    /**
     * Takes the facts of a file in place of all others about its products.
     *
     * @param content a document of endoflife.date's API version 1, or a table of distro-info
     * @throws dev.cadastre.server.inventory.InvalidFeed if anything of it cannot be read; nothing
     *     is taken then
     */
    @Transactional
    public LoadedFacts load(byte[] content) {
        List<SupportFact> facts = FactDocument.read(content, today());
        loaded.replace(facts);
        return new LoadedFacts(
                facts.stream().map(SupportFact::product).distinct().sorted().toList(),
                facts.size());
    }

    private SupportFacts known() {
        return new SupportFacts(loaded.all(), checkedIn);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Judge judge(int within) {
        return new Judge(known(), today(), within);
    }

    private Map<Line, Found> found(Judge judge) {
        Map<Line, Found> found = new HashMap<>();
        for (SupportedPart part : table.parts()) {
            SupportJudgement judgement = judge.of(part.product(), part.version());
            Found line =
                    found.computeIfAbsent(
                            new Line(judgement.product(), judgement.cycle()),
                            key -> new Found(judgement, new RoaringBitmap(), new ArrayList<>()));
            line.hosts().or(part.hosts());
            line.of().add(part);
        }
        return found;
    }

    private static SupportLine line(Found found, Map<String, RoaringBitmap> environments) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        environments.forEach((environment, hosts) -> {
            int count = RoaringBitmap.andCardinality(hosts, found.hosts());
            if (count > 0) {
                counts.put(environment, count);
            }
        });
        return new SupportLine(found.judgement(), counts);
    }
}
