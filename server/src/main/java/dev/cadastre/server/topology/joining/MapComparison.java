package dev.cadastre.server.topology.joining;

import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapChanges;
import dev.cadastre.server.topology.keeping.MapChanges.HostChange;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.Seen;
import dev.cadastre.server.topology.keeping.SocketSight;
import dev.cadastre.server.topology.recognition.Recognised;
import dev.cadastre.server.topology.socket.AssetFound;
import dev.cadastre.server.topology.socket.HostPart;
import dev.cadastre.server.topology.socket.Link;
import dev.cadastre.server.topology.socket.LinkFound;
import dev.cadastre.server.topology.socket.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how the map differs from what the sockets of hosts say. Computes only. */
final class MapComparison {

    private final AssetBook book;
    private final GraphView view;
    private final Map<AssetName, AssetEntry> named;
    private final Instant now;
    private final Map<Integer, Set<RelationKey>> told = new HashMap<>();

    /**
     * @param named all assets that the parts of the hosts speak of
     */
    MapComparison(AssetBook book, GraphView view, Map<AssetName, AssetEntry> named, Instant now) {
        this.book = book;
        this.view = view;
        this.named = named;
        this.now = now;
    }

    /** The relations whose states must be known to compare a host's part. */
    Set<RelationKey> keys(MapJoin.Read read, HostPart part) {
        Set<RelationKey> keys = new HashSet<>(told(read.host().host()));
        part.links().keySet().forEach(link -> keys.add(key(link)));
        return keys;
    }

    /** The relations on the map that a host's sockets may have told. */
    private Set<RelationKey> told(int host) {
        return told.computeIfAbsent(host, this::toldBy);
    }

    private Set<RelationKey> toldBy(int host) {
        Set<RelationKey> told = new HashSet<>();
        for (AssetEntry own : book.onHost(host)) {
            view.forEachRelation(
                    own.number(),
                    (from, type, to, _, _) -> {
                        if (from == own.number() ? tells(own, type) : takes(own, type, from)) {
                            told.add(new RelationKey(from, type, to));
                        }
                    });
        }
        return told;
    }

    private static boolean tells(AssetEntry own, RelationType type) {
        return own.is(AssetName.HOST)
                ? type == RelationType.MEMBER_OF
                : type == RelationType.RUNS_ON
                        || type == RelationType.PROVIDES
                        || type == RelationType.CONNECTS_TO;
    }

    private boolean takes(AssetEntry own, RelationType type, int from) {
        AssetEntry source = book.find(from);
        return own.is(AssetName.SERVICE)
                && type == RelationType.CONNECTS_TO
                && (source == null || source.host() == 0 || HostPart.toldByTarget(source.name()));
    }

    private RelationKey key(Link link) {
        return new RelationKey(
                entry(link.source()).number(), link.type(), entry(link.target()).number());
    }

    private AssetEntry entry(AssetName name) {
        return Objects.requireNonNull(named.get(name), () -> "No asset " + name);
    }

    /** Adds what is to be changed for a host. */
    void compare(
            MapJoin.Read read,
            HostPart part,
            Map<RelationKey, RelationState> known,
            MapChanges changes) {
        Edges edges = new Edges(read, changes);
        Set<RelationKey> found = new HashSet<>();
        part.links()
                .forEach((link, now) -> {
                    RelationKey key = key(link);
                    found.add(key);
                    edges.seen(key, link, now, known.get(key));
                });
        for (RelationKey key : told(read.host().host())) {
            RelationState state = known.get(key);
            if (!found.contains(key) && state != null && state.sockets() != null) {
                changes.relations().put(key, state.withSockets(null));
            }
        }
        edges.tell();
        assets(read, part, changes);
    }

    private final class Edges {

        private final HostNetwork host;
        private final MapChanges changes;
        private final boolean first;
        private final List<String> begun = new ArrayList<>();
        private final List<String> ended = new ArrayList<>();

        Edges(MapJoin.Read read, MapChanges changes) {
            this.host = read.host();
            this.changes = changes;
            this.first = book.onHost(host.host()).stream().noneMatch(asset -> asset.seen() != null);
        }

        void seen(RelationKey key, Link link, LinkFound found, @Nullable RelationState before) {
            SocketSight past = before == null ? null : before.sockets();
            SocketSight sight = SocketSight.of(found, past, now);
            if (!sight.equals(past)) {
                changes.relations()
                        .put(
                                key,
                                before == null
                                        ? RelationState.ofSockets(sight)
                                        : before.withSockets(sight));
                if (link.type() == RelationType.CONNECTS_TO) {
                    note(link, past, sight);
                }
            }
        }

        private void note(Link link, @Nullable SocketSight past, SocketSight sight) {
            boolean was = past != null && past.standing() != Standing.EARLIER;
            boolean is = sight.standing() != Standing.EARLIER;
            if (was != is) {
                (is ? begun : ended).add(link.target() + " by " + link.source().bare());
            }
        }

        /** Of a new host everything is new, which need not be said. */
        void tell() {
            if (!first && !(begun.isEmpty() && ended.isEmpty())) {
                changes.events()
                        .add(
                                new HostChange(
                                        new AssetName(AssetName.HOST, host.name()),
                                        host.environment(),
                                        List.copyOf(begun),
                                        List.copyOf(ended)));
            }
        }
    }

    private void assets(MapJoin.Read read, HostPart part, MapChanges changes) {
        Map<AssetEntry, Seen> wanted = new HashMap<>();
        AssetName host = new AssetName(AssetName.HOST, read.host().name());
        wanted.put(
                entry(host),
                Seen.as(read.host().observedAt() == null ? Presence.DECLARED : Presence.SEEN));
        part.assets()
                .forEach((name, found) -> wanted.put(entry(name), seen(found, read.products())));
        for (AssetEntry own : book.onHost(read.host().host())) {
            Seen before = own.seen();
            if (!wanted.containsKey(own) && before != null && before.presence() == Presence.SEEN) {
                wanted.put(own, before.with(Presence.GONE));
            }
        }
        part.links()
                .keySet()
                .forEach(link -> {
                    claimed(link.source(), wanted);
                    claimed(link.target(), wanted);
                });
        wanted.forEach((asset, seen) -> {
            if (!seen.equals(asset.seen())) {
                changes.seen().put(asset.number(), seen);
            }
        });
    }

    /** Others speak of it, and nobody looked. */
    private void claimed(AssetName name, Map<AssetEntry, Seen> wanted) {
        AssetEntry asset = entry(name);
        boolean declared = asset.is(AssetName.GROUP);
        if (asset.seen() == null && !wanted.containsKey(asset)) {
            wanted.put(asset, Seen.as(declared ? Presence.DECLARED : Presence.CLAIMED));
        }
    }

    private static Seen seen(AssetFound found, Map<String, Recognised> products) {
        Presence presence = found.now() ? Presence.SEEN : Presence.GONE;
        Speaker speaker = found.speaker();
        Recognised product = speaker == null ? null : products.get(speaker.name());
        return product == null
                ? Seen.as(presence)
                : new Seen(
                        presence,
                        product.product(),
                        product.title(),
                        product.role().word(),
                        product.sureness().name(),
                        product.reason());
    }
}
