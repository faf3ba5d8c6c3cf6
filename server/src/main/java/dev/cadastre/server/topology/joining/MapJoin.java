package dev.cadastre.server.topology.joining;

import dev.cadastre.server.inventory.ChosenPackages;
import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.keeping.Aliases;
import dev.cadastre.server.topology.keeping.AssetBook;
import dev.cadastre.server.topology.keeping.AssetEntry;
import dev.cadastre.server.topology.keeping.MapChanges;
import dev.cadastre.server.topology.keeping.MapTurn;
import dev.cadastre.server.topology.keeping.MapWriter;
import dev.cadastre.server.topology.keeping.NewAsset;
import dev.cadastre.server.topology.keeping.RelationKey;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.RelationTable;
import dev.cadastre.server.topology.recognition.Installed;
import dev.cadastre.server.topology.recognition.KnownProducts;
import dev.cadastre.server.topology.recognition.Recognised;
import dev.cadastre.server.topology.recognition.Recognition;
import dev.cadastre.server.topology.socket.HostPart;
import dev.cadastre.server.topology.socket.HostSockets;
import dev.cadastre.server.topology.socket.Neighbourhood;
import dev.cadastre.server.topology.socket.SocketJoin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Joins what the sockets of hosts say into the map. Reads hosts, has them understood, and writes
 * what differs from the map so far. For one thread.
 */
@Component
class MapJoin {

    private final HostNetworks networks;
    private final ChosenPackages packages;
    private final KnownProducts products;
    private final AssetBook book;
    private final AssetGraph graph;
    private final RelationTable relations;
    private final MapWriter writer;
    private final Aliases aliases;
    private final MapTurn turn;
    private final Clock clock;

    private @Nullable Recognition recognition;
    private ChosenPackages.@Nullable Choice choice;
    private final Neighbourhood neighbours = new Neighbourhood();
    private final SocketJoin join = new SocketJoin(neighbours);
    private final HostPlaces places = new HostPlaces();

    MapJoin(
            HostNetworks networks,
            ChosenPackages packages,
            KnownProducts products,
            AssetBook book,
            AssetGraph graph,
            RelationTable relations,
            MapWriter writer,
            Aliases aliases,
            MapTurn turn,
            Clock clock) {
        this.networks = networks;
        this.packages = packages;
        this.products = products;
        this.book = book;
        this.graph = graph;
        this.relations = relations;
        this.writer = writer;
        this.aliases = aliases;
        this.turn = turn;
        this.clock = clock;
    }

    /** A host, understood. */
    record Read(HostNetwork host, HostSockets sockets, Map<String, Recognised> products) {}

    /** Takes in where hosts are and what listens on them. To be called for all before any meets. */
    void place(List<HostNetwork> hosts) {
        read(living(hosts))
                .forEach(read -> {
                    places.put(read.host());
                    neighbours.place(read.sockets());
                });
    }

    /** Takes in whom hosts speak with. */
    void meet(List<HostNetwork> hosts) {
        read(living(hosts)).forEach(read -> join.meet(read.sockets()));
    }

    private static List<HostNetwork> living(List<HostNetwork> hosts) {
        return hosts.stream().filter(host -> host.lifecycle() == Lifecycle.LIVE).toList();
    }

    /**
     * Hosts as they are now, taken in but not yet written.
     *
     * @param concerned other hosts for whose parts of the map that makes a difference
     */
    record Taken(List<Read> hosts, List<Integer> gone, Set<Integer> concerned) {}

    /** Takes in where hosts are and whom they speak with, and forgets those that are no more. */
    Taken take(List<Integer> ordinals) {
        List<HostNetwork> found =
                networks.of(ordinals.stream().mapToInt(Integer::intValue).toArray());
        List<Read> hosts = read(living(found));
        Set<Integer> there =
                hosts.stream().map(read -> read.host().host()).collect(Collectors.toSet());
        List<Integer> gone = ordinals.stream().filter(host -> !there.contains(host)).toList();
        Set<Integer> concerned = new HashSet<>();
        gone.forEach(host -> concerned.addAll(leave(host)));
        hosts.forEach(read -> {
            places.put(read.host());
            concerned.addAll(concerned(read.sockets(), neighbours.place(read.sockets())));
        });
        hosts.forEach(read -> concerned.addAll(join.meet(read.sockets())));
        concerned.removeAll(there);
        return new Taken(hosts, gone, concerned);
    }

    /** Brings the parts of the map in line that these hosts make. */
    void write(Taken taken) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        turn.run(() -> {
            writer.retire(
                    taken.gone().stream().flatMap(host -> numbers(host).stream()).toList(), now);
            write(taken.hosts(), now);
        });
    }

    private List<Integer> numbers(int host) {
        return book.onHost(host).stream().map(AssetEntry::number).toList();
    }

    private List<Read> read(List<HostNetwork> hosts) {
        RoaringBitmap ordinals = new RoaringBitmap();
        hosts.forEach(host -> ordinals.add(host.host()));
        Recognition now = products.recognition();
        Map<Integer, List<KnownPackage>> known = choice(now).on(ordinals);
        return hosts.stream()
                .map(host -> read(host, known.getOrDefault(host.host(), List.of()), now))
                .toList();
    }

    /** The packages that tell of products are others once there are other products. */
    private ChosenPackages.Choice choice(Recognition now) {
        ChosenPackages.Choice known = choice;
        if (known == null || recognition != now) {
            known = packages.of(one -> now.isOfProduct(installed(one)));
            choice = known;
            recognition = now;
        }
        return known;
    }

    private static Read read(
            HostNetwork host, List<KnownPackage> packages, Recognition recognition) {
        Map<String, Recognised> products = new HashMap<>();
        HostSockets sockets =
                HostReading.of(
                        host,
                        packages.stream().map(MapJoin::installed).toList(),
                        recognition,
                        products);
        return new Read(host, sockets, products);
    }

    private static Installed installed(KnownPackage known) {
        return new Installed(known.type(), known.name(), known.version());
    }

    /** Those who speak with a host, or with an address that became its or is no longer. */
    private Set<Integer> concerned(HostSockets sockets, Neighbourhood.Moved moved) {
        Set<Integer> concerned = new HashSet<>();
        for (String address : moved.addresses()) {
            book.find(new AssetName(AssetName.EXTERNAL, address))
                    .ifPresent(stranger -> concerned.addAll(around(List.of(stranger))));
            for (int owner : neighbours.owners(address)) {
                concerned.addAll(around(book.onHost(owner)));
            }
        }
        if (moved.listeners()) {
            concerned.addAll(around(book.onHost(sockets.host())));
        }
        return concerned;
    }

    private Set<Integer> leave(int host) {
        Set<Integer> concerned = around(book.onHost(host));
        neighbours.forget(host);
        places.forget(host);
        return concerned;
    }

    /** The hosts on which those are that have relations with some. */
    private Set<Integer> around(Collection<AssetEntry> assets) {
        GraphView view = graph.view();
        Set<Integer> hosts = new HashSet<>();
        for (AssetEntry asset : assets) {
            view.forEachRelation(
                    asset.number(),
                    (from, _, to, _, _) -> {
                        AssetEntry other = book.find(from == asset.number() ? to : from);
                        if (other != null && other.host() != 0) {
                            hosts.add(other.host());
                        }
                    });
        }
        return hosts;
    }

    private void write(List<Read> hosts, Instant now) {
        Map<Integer, HostPart> parts = new HashMap<>();
        hosts.forEach(read ->
                parts.put(
                        read.host().host(),
                        aliases.applied(
                                GroupMembership.with(read.host(), join.part(read.sockets())))));
        hosts.forEach(read -> rename(read.host()));
        Map<AssetName, AssetEntry> named = named(hosts, parts.values(), now);
        MapComparison comparison = new MapComparison(book, graph.view(), named, now);
        Set<RelationKey> asked = new HashSet<>();
        hosts.forEach(read -> asked.addAll(comparison.keys(read, part(parts, read))));
        Map<RelationKey, RelationState> known = relations.states(asked);
        MapChanges changes = new MapChanges();
        hosts.forEach(read -> comparison.compare(read, part(parts, read), known, changes));
        writer.write(changes, now);
    }

    private static HostPart part(Map<Integer, HostPart> parts, Read read) {
        return Objects.requireNonNull(parts.get(read.host().host()));
    }

    /** Follows a host that has another name or environment, with all that is on it. */
    private void rename(HostNetwork host) {
        List<AssetEntry> renamed = new ArrayList<>();
        for (AssetEntry entry : book.onHost(host.host())) {
            AssetName name =
                    entry.is(AssetName.HOST)
                            ? new AssetName(AssetName.HOST, host.name())
                            : new AssetName(
                                    entry.name().kind(), entry.name().bare() + "@" + host.name());
            if (!name.equals(entry.name()) || !host.environment().equals(entry.environment())) {
                renamed.add(
                        new AssetEntry(
                                entry.number(),
                                name,
                                host.environment(),
                                entry.host(),
                                entry.firstSeen(),
                                entry.seen()));
            }
        }
        writer.rename(renamed);
    }

    /** All assets that parts speak of, the new ones added. */
    private Map<AssetName, AssetEntry> named(
            List<Read> hosts, Collection<HostPart> parts, Instant now) {
        Set<AssetName> names = new HashSet<>();
        hosts.forEach(read -> names.add(new AssetName(AssetName.HOST, read.host().name())));
        parts.forEach(part -> {
            names.addAll(part.assets().keySet());
            part.links()
                    .keySet()
                    .forEach(link -> {
                        names.add(link.source());
                        names.add(link.target());
                    });
        });
        Map<AssetName, AssetEntry> named = new HashMap<>();
        List<NewAsset> fresh = new ArrayList<>();
        for (AssetName name : names) {
            AssetEntry entry = book.find(name).orElse(null);
            HostPlaces.Place place = places.of(name);
            if (entry == null || (entry.host() == 0 && place.host() != 0)) {
                fresh.add(new NewAsset(name, place.environment(), place.host()));
            } else {
                named.put(name, entry);
            }
        }
        writer.add(fresh, now).forEach(entry -> named.put(entry.name(), entry));
        return named;
    }
}
