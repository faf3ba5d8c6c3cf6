package dev.cadastre.server.topology.reading;

import dev.cadastre.server.inventory.HostConnection;
import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.AssetRow;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.StatementTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds why relations are on the map. Thread-safe. */
@Component
class Evidences {

    private final StatementTable statements;
    private final HostNetworks networks;

    Evidences(StatementTable statements, HostNetworks networks) {
        this.statements = statements;
        this.networks = networks;
    }

    /** Who says so, and since when. */
    List<MapRelation> brief(
            List<MapRelation> relations, List<RelationRow> rows, Map<Integer, AssetName> names) {
        Map<MapDifference.Edge, RelationRow> stored = stored(rows, names);
        return relations.stream()
                .map(relation -> {
                    RelationRow row = stored.get(edge(relation));
                    return row == null ? relation : with(relation, brief(relation, row));
                })
                .toList();
    }

    private static List<Evidence> brief(MapRelation relation, RelationRow row) {
        List<Evidence> brief = new ArrayList<>();
        if (row.state().sockets() != null) {
            brief.add(evidence(relation, null, "sockets"));
        }
        row.state()
                .told()
                .keySet()
                .forEach(origin ->
                        brief.add(
                                evidence(
                                        relation, origin, origin.name().toLowerCase(Locale.ROOT))));
        return brief;
    }

    private static Evidence evidence(MapRelation relation, @Nullable Origin origin, String by) {
        return new Evidence(
                origin, by, null, null, null, null, 1, relation.firstSeen(), relation.since());
    }

    private static Map<MapDifference.Edge, RelationRow> stored(
            List<RelationRow> rows, Map<Integer, AssetName> names) {
        Map<MapDifference.Edge, RelationRow> stored = new HashMap<>();
        for (RelationRow row : rows) {
            AssetName source = names.get(row.key().source());
            AssetName target = names.get(row.key().target());
            if (source != null && target != null) {
                stored.put(new MapDifference.Edge(source, row.key().type(), target), row);
            }
        }
        return stored;
    }

    private static MapDifference.Edge edge(MapRelation relation) {
        return new MapDifference.Edge(relation.source(), relation.type(), relation.target());
    }

    private static MapRelation with(MapRelation relation, List<Evidence> evidence) {
        Instant last =
                evidence.stream()
                        .filter(one -> one.address() != null)
                        .map(Evidence::lastSeen)
                        .max(Instant::compareTo)
                        .orElse(relation.lastSeen());
        return new MapRelation(
                relation.source(),
                relation.type(),
                relation.target(),
                relation.sight(),
                relation.standing(),
                relation.since(),
                relation.firstSeen(),
                last,
                relation.alternatives(),
                relation.assumed(),
                evidence,
                relation.conflict(),
                relation.corrected());
    }

    /** Every connection that was seen, and everything that was said. */
    List<MapRelation> whole(
            List<MapRelation> relations, List<RelationRow> rows, List<AssetRow> assets) {
        Map<Integer, AssetName> names = MapReader.names(assets);
        Map<MapDifference.Edge, RelationRow> stored = stored(rows, names);
        Map<AssetName, AssetEntry> entries = new HashMap<>();
        assets.forEach(row -> entries.put(row.name(), row.entry()));
        Map<Integer, HostNetwork> hosts = hosts(relations, entries);
        Map<RelationKey, List<Evidence>> said =
                statements.of(rows.stream().map(RelationRow::key).toList());
        return relations.stream()
                .map(relation -> {
                    RelationRow row = stored.get(edge(relation));
                    List<Evidence> all = new ArrayList<>();
                    if (row != null) {
                        all.addAll(said.getOrDefault(row.key(), List.of()));
                        all.addAll(sockets(relation, row, entries, hosts));
                    }
                    return with(relation, all);
                })
                .toList();
    }

    private Map<Integer, HostNetwork> hosts(
            List<MapRelation> relations, Map<AssetName, AssetEntry> entries) {
        int[] wanted =
                relations.stream()
                        .filter(relation -> relation.type() == RelationType.CONNECTS_TO)
                        .flatMap(relation -> Stream.of(relation.source(), relation.target()))
                        .map(entries::get)
                        .filter(Objects::nonNull)
                        .mapToInt(AssetEntry::host)
                        .filter(host -> host != 0)
                        .distinct()
                        .limit(200)
                        .toArray();
        Map<Integer, HostNetwork> hosts = new HashMap<>();
        networks.of(wanted).forEach(host -> hosts.put(host.host(), host));
        return hosts;
    }

    private static List<Evidence> sockets(
            MapRelation relation,
            RelationRow row,
            Map<AssetName, AssetEntry> entries,
            Map<Integer, HostNetwork> hosts) {
        if (row.state().sockets() == null) {
            return List.of();
        }
        if (relation.type() != RelationType.CONNECTS_TO) {
            return List.of(evidence(relation, null, on(relation)));
        }
        HostNetwork source = host(relation.source(), entries, hosts);
        HostNetwork target = host(relation.target(), entries, hosts);
        List<Evidence> found = new ArrayList<>();
        SocketEvidence.between(source, relation.source(), target, relation.target(), found);
        return found.isEmpty() ? List.of(evidence(relation, null, on(relation))) : found;
    }

    private static @Nullable HostNetwork host(
            AssetName name, Map<AssetName, AssetEntry> entries, Map<Integer, HostNetwork> hosts) {
        return Optional.ofNullable(entries.get(name))
                .map(entry -> hosts.get(entry.host()))
                .orElse(null);
    }

    private static String on(MapRelation relation) {
        return relation.source()
                .place()
                .or(() -> relation.target().place())
                .map(place -> AssetName.HOST + ":" + place)
                .orElse(relation.source().toString());
    }

    /** As evidence. */
    static Evidence of(HostNetwork host, HostConnection connection) {
        return new Evidence(
                null,
                AssetName.HOST + ":" + host.name(),
                connection.process(),
                connection.account(),
                connection.remoteAddress(),
                connection.servicePort(),
                connection.count(),
                connection.firstSeen(),
                connection.lastSeen());
    }
}
