package dev.cadastre.server.topology.reading;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.joining.SocketMap;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetRow;
import dev.cadastre.server.topology.keeping.AssetRows;
import dev.cadastre.server.topology.keeping.MapMoments;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The map as a whole, and its parts; now, at a moment, and how two moments differ. Thread-safe. */
@NamedInterface("reading")
@Service
public class Maps {

    private final AssetBook book;
    private final MapMoments moments;
    private final AssetRows assets;
    private final RelationRows relations;
    private final MapReader reader;
    private final Evidences evidences;
    private final Visibility visibility;
    private final Queries queries;
    private final AssetGraph graph;
    private final SocketMap sockets;
    private final Clock clock;

    Maps(
            AssetBook book,
            MapMoments moments,
            AssetRows assets,
            RelationRows relations,
            MapReader reader,
            Evidences evidences,
            Visibility visibility,
            Queries queries,
            AssetGraph graph,
            SocketMap sockets,
            Clock clock) {
        this.book = book;
        this.moments = moments;
        this.assets = assets;
        this.relations = relations;
        this.reader = reader;
        this.evidences = evidences;
        this.visibility = visibility;
        this.queries = queries;
        this.graph = graph;
        this.sockets = sockets;
        this.clock = clock;
    }

    /**
     * The part that is asked for. Relations tell who says so, not every connection that was seen;
     * {@link #relations} does.
     *
     * @throws UnknownAsset if one of the assets is not there
     */
    @Transactional(readOnly = true)
    public PartOfMap part(MapQuery query, Reach reach) {
        Instant at = query.at();
        Set<Integer> chosen = query.assets().isEmpty() ? all(query, reach) : around(query, reach);
        List<Integer> some = chosen.stream().limit(query.limit()).toList();
        List<AssetRow> rows = assets.of(some, at);
        List<RelationRow> between = relations.between(some, at);
        Map<Integer, AssetName> names = MapReader.names(rows);
        return new PartOfMap(
                at == null ? clock.instant() : at,
                reader.shown(rows, at),
                evidences.brief(reader.relations(between, names), between, names),
                chosen.size() - some.size());
    }

    /** How far it is, as a whole. */
    public MapStatus status() {
        return new MapStatus(
                book.size(),
                graph.view().relations(),
                sockets.waiting(),
                sockets.joined(),
                sockets.work());
    }

    private Set<Integer> all(MapQuery query, Reach reach) {
        Set<Integer> chosen = new LinkedHashSet<>();
        RoaringBitmap hosts = hosts(query, reach);
        boolean whole = hosts == null && query.environment() == null;
        moments.each(
                query.at(),
                asset -> {
                    boolean fits =
                            (hosts == null || (asset.host() != 0 && hosts.contains(asset.host())))
                                    && (query.environment() == null
                                            || query.environment().equals(asset.environment()));
                    if (fits && visibility.visible(asset, reach)) {
                        chosen.add(asset.number());
                    }
                });
        if (!whole) {
            chosen.addAll(beside(chosen, query.at(), reach, Set.of()));
        }
        return chosen;
    }

    private @Nullable RoaringBitmap hosts(MapQuery query, Reach reach) {
        String q = query.q();
        return q == null ? null : queries.hosts(q, queries.parse(q), query.at(), reach);
    }

    private Set<Integer> around(MapQuery query, Reach reach) {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String name : query.assets()) {
            chosen.add(numbered(name, query.at(), reach));
        }
        Set<Integer> last = chosen;
        for (int step = 0; step < query.depth() && !last.isEmpty(); step++) {
            if (chosen.size() > query.limit()) {
                break;
            }
            last = beside(last, query.at(), reach, chosen);
            chosen = new LinkedHashSet<>(chosen);
            chosen.addAll(last);
        }
        return chosen;
    }

    private int numbered(String name, @Nullable Instant at, Reach reach) {
        return assets.named(name, at).stream()
                .filter(row -> visibility.visible(row.entry(), reach))
                .map(row -> row.entry().number())
                .findFirst()
                .orElseThrow(() -> new UnknownAsset(name));
    }

    /** What has a relation with some, without those that are known already. */
    private Set<Integer> beside(
            Collection<Integer> some, @Nullable Instant at, Reach reach, Set<Integer> known) {
        Set<Integer> others = new TreeSet<>();
        for (RelationRow row : relations.around(some, at)) {
            others.add(row.key().source());
            others.add(row.key().target());
        }
        others.removeAll(known);
        return assets.of(others, at).stream()
                .filter(row -> visibility.visible(row.entry(), reach))
                .map(row -> row.entry().number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * All relations of an asset, with every evidence.
     *
     * @throws UnknownAsset if it is not there
     */
    @Transactional(readOnly = true)
    public List<MapRelation> relations(String asset, @Nullable Instant at, Reach reach) {
        int number = numbered(asset, at, reach);
        List<RelationRow> found = relations.around(List.of(number), at);
        Set<Integer> ends = new HashSet<>(Set.of(number));
        found.forEach(row -> {
            ends.add(row.key().source());
            ends.add(row.key().target());
        });
        List<AssetRow> rows =
                assets.of(ends, at).stream()
                        .filter(row -> visibility.visible(row.entry(), reach))
                        .toList();
        Map<Integer, AssetName> names = MapReader.names(rows);
        return evidences.whole(reader.relations(found, names), found, rows);
    }

    /** How the map at {@code to} differs from that at {@code from}; null for now. */
    @Transactional(readOnly = true)
    public MapDifference difference(Instant from, @Nullable Instant to, Reach reach) {
        Instant until = to == null ? clock.instant() : to;
        Map<Integer, AssetName> before = visible(from, reach);
        Map<Integer, AssetName> after = visible(until, reach);
        Set<RelationKey> earlier = seen(from, before);
        Set<RelationKey> later = seen(until, after);
        return new MapDifference(
                names(after, before), names(before, after),
                edges(later, earlier, after), edges(earlier, later, before));
    }

    private Map<Integer, AssetName> visible(Instant at, Reach reach) {
        Map<Integer, AssetName> names = new HashMap<>();
        moments.each(
                at,
                asset -> {
                    boolean there =
                            asset.seen() == null || asset.seen().presence() != Presence.GONE;
                    if (there && visibility.visible(asset, reach)) {
                        names.put(asset.number(), asset.name());
                    }
                });
        return names;
    }

    /** What is no longer seen is no longer there, though it is remembered. */
    private Set<RelationKey> seen(Instant at, Map<Integer, AssetName> visible) {
        return relations.all(at).stream()
                .filter(row -> row.state().standing().holds())
                .map(RelationRow::key)
                .filter(key ->
                        visible.containsKey(key.source()) && visible.containsKey(key.target()))
                .collect(Collectors.toSet());
    }

    private static List<AssetName> names(
            Map<Integer, AssetName> some, Map<Integer, AssetName> others) {
        return some.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private static List<MapDifference.Edge> edges(
            Set<RelationKey> some, Set<RelationKey> others, Map<Integer, AssetName> names) {
        List<MapDifference.Edge> edges = new ArrayList<>();
        for (RelationKey key : some) {
            AssetName source = names.get(key.source());
            AssetName target = names.get(key.target());
            if (!others.contains(key) && source != null && target != null) {
                edges.add(new MapDifference.Edge(source, key.type(), target));
            }
        }
        edges.sort(null);
        return edges;
    }
}
