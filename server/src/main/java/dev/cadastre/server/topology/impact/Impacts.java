package dev.cadastre.server.topology.impact;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.Connection;
import dev.cadastre.server.topology.graph.Cycles;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import dev.cadastre.server.topology.graph.Limit;
import dev.cadastre.server.topology.graph.Path;
import dev.cadastre.server.topology.graph.SinglePoints;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapMoments;
import dev.cadastre.server.topology.keeping.Seen;
import dev.cadastre.server.topology.keeping.ToldBook;
import dev.cadastre.server.topology.reading.Owners;
import dev.cadastre.server.topology.reading.Titles;
import dev.cadastre.server.topology.reading.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stops with what, by the relations that count: those that are seen, or are known to come and
 * go, or were declared. Names and owners are those of now. Thread-safe.
 */
@NamedInterface("impact")
@Service
public class Impacts {

    /** What people ask for first comes first. */
    private static final List<String> ORDER =
            List.of(AssetName.APP, AssetName.SERVICE, AssetName.DAEMON, AssetName.HOST);

    private static final int MOST_POINTS = 1_000;

    private final AssetBook book;
    private final AssetGraph graph;
    private final MapMoments moments;
    private final Visibility visibility;
    private final Owners owners;
    private final ToldBook told;

    Impacts(
            AssetBook book,
            AssetGraph graph,
            MapMoments moments,
            Visibility visibility,
            Owners owners,
            ToldBook told) {
        this.book = book;
        this.graph = graph;
        this.moments = moments;
        this.visibility = visibility;
        this.owners = owners;
        this.told = told;
    }

    /**
     * What stops with what is presumed down.
     *
     * @param limit the most to tell of what stops, and of what is reduced
     * @throws UnknownAsset if one that is named is not there
     */
    @Transactional(readOnly = true)
    public ImpactAnswer of(Presumption presumption, int limit, Reach reach) {
        Set<Integer> down = new LinkedHashSet<>();
        presumption.named().forEach(name -> down.add(visibility.known(name, reach).number()));
        presumption.failing().stream()
                .flatMap(name -> book.find(name).stream())
                .filter(asset -> visibility.visible(asset, reach))
                .forEach(asset -> down.add(asset.number()));
        if (presumption.gone()) {
            gone(reach).forEach(asset -> down.add(asset.number()));
        }
        GraphView view = moments.relations(presumption.at());
        int[] presumed = down.stream().mapToInt(Integer::intValue).toArray();
        Impact impact = Impact.of(view, presumed, Limit.NONE);
        return answer(down, Reductions.of(view, impact, down), impact, limit, reach);
    }

    /** What was there, and in the last report of its host is not. */
    private List<AssetEntry> gone(Reach reach) {
        List<AssetEntry> gone = new ArrayList<>();
        book.each(asset -> {
            Seen seen = asset.seen();
            if (asset.is(AssetName.SERVICE)
                    && seen != null
                    && seen.presence() == Presence.GONE
                    && told.of(asset.number()).lifecycle() == AssetLifecycle.LIVE) {
                gone.add(asset);
            }
        });
        return gone.stream().filter(asset -> visibility.visible(asset, reach)).toList();
    }

    private ImpactAnswer answer(
            Set<Integer> down, Reductions reductions, Impact impact, int limit, Reach reach) {
        List<AssetEntry> fallen = visible(impact.fallen(), reach);
        List<AssetEntry> reduced = visible(reductions.assets(), reach);
        SortedMap<String, Long> kinds = new TreeMap<>();
        fallen.forEach(asset -> kinds.merge(asset.name().kind(), 1L, Long::sum));
        Map<Integer, AssetOwner> owned = new HashMap<>(owners.of(fallen));
        owned.putAll(owners.of(reduced));
        fallen.sort(Comparator.comparingInt(Impacts::rank));
        long omitted = Math.max(0L, fallen.size() - limit) + Math.max(0L, reduced.size() - limit);
        return new ImpactAnswer(
                book.find(down).stream().map(AssetEntry::name).toList(),
                fallen.stream()
                        .limit(limit)
                        .map(asset -> fallen(asset, impact, owned, reach))
                        .toList(),
                reduced.stream()
                        .limit(limit)
                        .map(asset -> reduced(asset, reductions, owned, reach))
                        .toList(),
                concerned(fallen, reduced, owned),
                kinds,
                omitted);
    }

    private static int rank(AssetEntry asset) {
        int rank = ORDER.indexOf(asset.name().kind());
        return rank < 0 ? ORDER.size() : rank;
    }

    private List<AssetEntry> visible(IntStream numbers, Reach reach) {
        List<AssetEntry> visible = new ArrayList<>(book.find(numbers.boxed().toList()));
        visible.removeIf(asset -> !visibility.visible(asset, reach));
        return visible;
    }

    private ImpactAnswer.Fallen fallen(
            AssetEntry asset, Impact impact, Map<Integer, AssetOwner> owned, Reach reach) {
        List<Integer> path = impact.path(asset.number()).map(Path::assets).orElse(List.of());
        return new ImpactAnswer.Fallen(
                asset.name(),
                Titles.of(asset, told.of(asset.number()).titleInForce()),
                asset.environment(),
                names(path, reach),
                team(asset, owned));
    }

    private ImpactAnswer.Reduced reduced(
            AssetEntry asset, Reductions reductions, Map<Integer, AssetOwner> owned, Reach reach) {
        return new ImpactAnswer.Reduced(
                asset.name(),
                Titles.of(asset, told.of(asset.number()).titleInForce()),
                asset.environment(),
                names(reductions.lost(asset.number()), reach),
                names(reductions.left(asset.number()), reach),
                team(asset, owned));
    }

    private List<AssetName> names(List<Integer> numbers, Reach reach) {
        return book.find(numbers).stream()
                .filter(asset -> visibility.visible(asset, reach))
                .map(AssetEntry::name)
                .toList();
    }

    private static @Nullable String team(AssetEntry asset, Map<Integer, AssetOwner> owned) {
        AssetOwner owner = owned.get(asset.number());
        return owner == null ? null : owner.team();
    }

    private static List<ImpactAnswer.Concerned> concerned(
            List<AssetEntry> fallen, List<AssetEntry> reduced, Map<Integer, AssetOwner> owned) {
        Map<String, ImpactAnswer.Concerned> teams = new TreeMap<>();
        fallen.forEach(asset -> count(teams, owned.get(asset.number()), 1, 0));
        reduced.forEach(asset -> count(teams, owned.get(asset.number()), 0, 1));
        return teams.values().stream()
                .sorted(
                        Comparator.comparingLong(ImpactAnswer.Concerned::assets)
                                .thenComparingLong(ImpactAnswer.Concerned::reduced)
                                .reversed())
                .toList();
    }

    private static void count(
            Map<String, ImpactAnswer.Concerned> teams,
            @Nullable AssetOwner owner,
            long assets,
            long reduced) {
        ImpactAnswer.Concerned one =
                owner == null
                        ? new ImpactAnswer.Concerned(null, Map.of(), assets, reduced)
                        : new ImpactAnswer.Concerned(
                                owner.team(), owner.contacts(), assets, reduced);
        teams.merge(
                owner == null ? "" : owner.team(),
                one,
                (known, more) ->
                        new ImpactAnswer.Concerned(
                                known.team(),
                                known.contacts(),
                                known.assets() + more.assets(),
                                known.reduced() + more.reduced()));
    }

    /**
     * What nothing stands in for, those first with which most stops.
     *
     * @param environment where; null for everywhere
     */
    public List<WeakPoint> singlePoints(@Nullable String environment, int limit, Reach reach) {
        int[] candidates = within(environment, reach);
        GraphView view = graph.view();
        SinglePoints found =
                SinglePoints.of(
                        view,
                        new SinglePoints.Question(
                                candidates,
                                number -> {
                                    AssetEntry asset = book.find(number);
                                    return asset != null && visibility.visible(asset, reach);
                                },
                                number -> {
                                    AssetEntry asset = book.find(number);
                                    return asset != null && asset.is(AssetName.APP);
                                },
                                Math.min(limit, MOST_POINTS)),
                        Limit.NONE);
        List<WeakPoint> points = new ArrayList<>();
        for (SinglePoints.SinglePoint point : found.points()) {
            AssetEntry asset = book.find(point.asset());
            if (asset != null) {
                points.add(
                        new WeakPoint(
                                asset.name(),
                                Titles.of(asset, told.of(asset.number()).titleInForce()),
                                asset.environment(),
                                point.fallen(),
                                point.apps()));
            }
        }
        return points;
    }

    /**
     * Assets that need themselves by way of others, each way once, from the first back to it.
     *
     * @param environment where; null for everywhere
     */
    public List<List<AssetName>> cycles(@Nullable String environment, Reach reach) {
        return Cycles.within(graph.view(), within(environment, reach), Limit.NONE).cycles().stream()
                .map(cycle -> names(cycle.example().assets(), reach))
                .toList();
    }

    private int[] within(@Nullable String environment, Reach reach) {
        List<AssetEntry> found = new ArrayList<>();
        book.each(asset -> {
            if (environment == null || environment.equals(asset.environment())) {
                found.add(asset);
            }
        });
        return found.stream()
                .filter(asset -> visibility.visible(asset, reach))
                .mapToInt(AssetEntry::number)
                .toArray();
    }

    /**
     * The shortest way between two assets: along what they need if there is one, else along any
     * relations; empty if there is none.
     *
     * @throws UnknownAsset if one of them is not there
     */
    public List<AssetName> way(String from, String to, Reach reach) {
        return Connection.between(
                        graph.view(),
                        visibility.known(from, reach).number(),
                        visibility.known(to, reach).number(),
                        Limit.NONE)
                .way()
                .map(way -> names(way.assets(), reach))
                .orElse(List.of());
    }
}
