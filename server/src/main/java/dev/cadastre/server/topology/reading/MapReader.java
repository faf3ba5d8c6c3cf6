package dev.cadastre.server.topology.reading;

import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.AssetRow;
import dev.cadastre.server.topology.keeping.AssetRows;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.Seen;
import dev.cadastre.server.topology.keeping.Told;
import dev.cadastre.server.topology.recognition.Sureness;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of stored assets and relations what readers are shown. Thread-safe. */
@Component
class MapReader {

    private final AssetRows assets;
    private final RelationRows relations;
    private final HostNetworks hosts;
    private final Owners owners;

    MapReader(AssetRows assets, RelationRows relations, HostNetworks hosts, Owners owners) {
        this.assets = assets;
        this.relations = relations;
        this.hosts = hosts;
        this.owners = owners;
    }

    /** The assets of these numbers that are, or were, there; by name. */
    List<MapAsset> assets(Collection<Integer> numbers, @Nullable Instant at) {
        return shown(assets.of(numbers, at), at);
    }

    List<MapAsset> shown(List<AssetRow> rows, @Nullable Instant at) {
        Map<Integer, HostNetworks.Heard> heard = heard(rows);
        Map<Integer, AssetOwner> owned = owners.of(rows.stream().map(AssetRow::entry).toList());
        return rows.stream()
                .map(row ->
                        asset(
                                row,
                                heard.get(row.entry().host()),
                                owned.get(row.entry().number()),
                                at))
                .toList();
    }

    private Map<Integer, HostNetworks.Heard> heard(List<AssetRow> rows) {
        return hosts.heard(
                rows.stream()
                        .mapToInt(row -> row.entry().host())
                        .filter(host -> host != 0)
                        .distinct()
                        .toArray());
    }

    private static MapAsset asset(
            AssetRow row,
            HostNetworks.@Nullable Heard host,
            @Nullable AssetOwner owner,
            @Nullable Instant at) {
        AssetEntry entry = row.entry();
        Told told = row.told();
        Seen seen = entry.seen();
        Presence presence = presence(seen, host, at);
        return new MapAsset(
                entry.name(),
                Titles.of(entry, told.titleInForce()),
                entry.environment(),
                host == null ? null : host.name(),
                told.lifecycle(),
                presence,
                since(row),
                entry.firstSeen(),
                lastSeen(row, presence, host, at),
                product(seen),
                told.labels(),
                told.attributes(),
                owner,
                told.corrected());
    }

    private static Presence presence(
            @Nullable Seen seen, HostNetworks.@Nullable Heard host, @Nullable Instant at) {
        if (seen == null) {
            return Presence.DECLARED;
        }
        boolean stale = at == null && host != null && host.stale();
        return stale && seen.presence() == Presence.SEEN ? Presence.STALE : seen.presence();
    }

    private static Instant since(AssetRow row) {
        Instant seen = row.seenSince();
        return seen != null
                ? seen
                : Objects.requireNonNullElse(row.toldSince(), row.entry().firstSeen());
    }

    private static @Nullable Instant lastSeen(
            AssetRow row,
            Presence presence,
            HostNetworks.@Nullable Heard host,
            @Nullable Instant at) {
        return switch (presence) {
            case SEEN, STALE -> at != null || host == null ? at : host.observedAt();
            case GONE -> row.seenSince();
            case CLAIMED, DECLARED -> null;
        };
    }

    private static @Nullable AssetProduct product(@Nullable Seen seen) {
        return seen == null || seen.product() == null
                ? null
                : new AssetProduct(
                        seen.product(),
                        Objects.requireNonNullElse(seen.title(), seen.product()),
                        Objects.requireNonNullElse(seen.role(), ""),
                        Sureness.valueOf(
                                Objects.requireNonNullElse(
                                        seen.certainty(), Sureness.ASSUMED.name())),
                        Objects.requireNonNullElse(seen.reason(), ""));
    }

    /** Relations as readers are shown them, by source, type and target. */
    List<MapRelation> relations(List<RelationRow> rows, Map<Integer, AssetName> names) {
        Set<Integer> sources =
                rows.stream().map(row -> row.key().source()).collect(Collectors.toSet());
        Map<RelationKey, Instant> first = relations.firstSeen(sources);
        return rows.stream()
                .filter(row ->
                        names.containsKey(row.key().source())
                                && names.containsKey(row.key().target()))
                .map(row -> relation(row, names, first))
                .sorted(MapReader::order)
                .toList();
    }

    private static int order(MapRelation one, MapRelation other) {
        int bySource = one.source().compareTo(other.source());
        int byType = bySource != 0 ? bySource : one.type().compareTo(other.type());
        return byType != 0 ? byType : one.target().compareTo(other.target());
    }

    private static MapRelation relation(
            RelationRow row, Map<Integer, AssetName> names, Map<RelationKey, Instant> first) {
        RelationState state = row.state();
        return new MapRelation(
                Objects.requireNonNull(names.get(row.key().source())),
                row.key().type(),
                Objects.requireNonNull(names.get(row.key().target())),
                state.sight(),
                state.standing(),
                row.since(),
                first.getOrDefault(row.key(), row.since()),
                state.standing() == Standing.EARLIER ? row.since() : null,
                state.alternatives(),
                state.alternativesAssumed(),
                List.of(),
                Conflicts.of(state),
                state.verdict() == null ? null : state.verdict().words());
    }

    /** The names of assets by number. */
    static Map<Integer, AssetName> names(List<AssetRow> rows) {
        Map<Integer, AssetName> names = new HashMap<>();
        rows.forEach(row -> names.put(row.entry().number(), row.name()));
        return names;
    }
}
