package dev.cadastre.server.topology.socket;

import dev.cadastre.server.estate.Port;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Sight;
import dev.cadastre.server.topology.socket.Neighbourhood.Meaning;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Joins what hosts say of each other. A connection that leaves one host and comes to another is one
 * relation, from the program that opened it to the service that took it. First all hosts that have
 * something new {@link #meet}, then their parts of the map are read. Not thread-safe.
 *
 * <p>No relation is made where it could be a false one: addresses that several hosts have mean
 * somebody unknown, unless just one of them says that it was meant; those of containers mean the
 * host itself; and a port that kernels give to whoever speaks first is a service only where
 * something is known to listen.
 */
public final class SocketJoin {

    /** More strangers than these at one service are not told apart. */
    static final int CROWD = 16;

    /** Nor are more than these that one host goes to, be it a crawler or a liar. */
    static final int MANY = 256;

    private final Neighbourhood neighbours;

    public SocketJoin(Neighbourhood neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * Takes in whom a host speaks with. All hosts whose addresses may be meant must have been
     * placed.
     *
     * @return the other hosts for whose part of the map that makes a difference
     */
    public Set<Integer> meet(HostSockets sockets) {
        int host = sockets.host();
        long[] out = peers(sockets, SpokenLine::out);
        long[] in = peers(sockets, line -> !line.out());
        Set<Integer> others = new HashSet<>();
        differing(neighbours.out(host), out).forEach(peer -> others.add(Neighbourhood.host(peer)));
        differing(neighbours.in(host), in).forEach(peer -> others.add(Neighbourhood.host(peer)));
        others.remove(host);
        neighbours.speaks(host, out, in);
        return others;
    }

    private long[] peers(HostSockets sockets, Predicate<SpokenLine> direction) {
        return sockets.lines().stream()
                .filter(direction)
                .flatMapToLong(line -> peers(sockets.host(), line))
                .sorted()
                .distinct()
                .toArray();
    }

    private LongStream peers(int host, SpokenLine line) {
        return switch (neighbours.meaning(host, line.address())) {
            case Meaning.Known(int peer) -> LongStream.of(Neighbourhood.packed(peer, line.port()));
            case Meaning.Several(List<Integer> hosts) ->
                    hosts.stream().mapToLong(peer -> Neighbourhood.packed(peer, line.port()));
            case Meaning.Inside _, Meaning.Unknown _ -> LongStream.empty();
        };
    }

    private static LongStream differing(long[] before, long[] after) {
        return LongStream.concat(
                LongStream.of(before).filter(peer -> Arrays.binarySearch(after, peer) < 0),
                LongStream.of(after).filter(peer -> Arrays.binarySearch(before, peer) < 0));
    }

    /** The part of the map that a host's sockets make. */
    public HostPart part(HostSockets sockets) {
        return new Part(sockets).read();
    }

    private final class Part {

        private final HostSockets own;
        private final SortedMap<AssetName, AssetFound> assets = new TreeMap<>();
        private final SortedMap<Link, LinkFound> links = new TreeMap<>();
        private final Alternatives alternatives = new Alternatives(neighbours);
        private final Set<String> told = new HashSet<>();
        private final Map<Port, Long> strangers;
        private final boolean goesToMany;

        Part(HostSockets own) {
            this.own = own;
            own.lines().stream()
                    .filter(line -> line.speaker().known())
                    .forEach(line -> told.add(peer(line)));
            goesToMany =
                    own.lines().stream()
                                    .filter(line -> line.out() && stranger(line))
                                    .map(SpokenLine::address)
                                    .distinct()
                                    .limit(MANY + 1L)
                                    .count()
                            > MANY;
            strangers =
                    own.lines().stream()
                            .filter(line -> !line.out() && stranger(line))
                            .collect(
                                    Collectors.groupingBy(SpokenLine::port, Collectors.counting()));
        }

        private boolean stranger(SpokenLine line) {
            return neighbours.meaning(own.host(), line.address()) instanceof Meaning.Unknown;
        }

        private static String peer(SpokenLine line) {
            return line.out() + " " + line.address() + " " + line.port();
        }

        HostPart read() {
            own.listeners().forEach(this::listens);
            own.lines().stream()
                    .filter(line -> line.speaker().known() || !told.contains(peer(line)))
                    .forEach(line -> {
                        if (line.out()) {
                            goes(line);
                        } else {
                            comes(line);
                        }
                    });
            alternatives.groups().forEach(this::alternative);
            return new HostPart(assets, links);
        }

        private void listens(Port port, Speaker speaker) {
            AssetName service = service(port, own.name());
            assets.put(service, new AssetFound(true, known(speaker)));
            LinkFound there = new LinkFound(Sight.SEEN, true, null, true, null);
            if (!speaker.known()) {
                add(new Link(service, RelationType.RUNS_ON, host()), there);
            } else {
                add(new Link(runs(speaker, true), RelationType.PROVIDES, service), there);
            }
        }

        /** A program of this host, which runs on it. */
        private AssetName runs(Speaker speaker, boolean now) {
            AssetName program = new AssetName(AssetName.DAEMON, speaker.name() + "@" + own.name());
            assets.merge(program, new AssetFound(now, known(speaker)), AssetFound::with);
            add(
                    new Link(program, RelationType.RUNS_ON, host()),
                    new LinkFound(Sight.SEEN, now, null, true, null));
            return program;
        }

        private static @Nullable Speaker known(Speaker speaker) {
            return speaker.known() ? speaker : null;
        }

        private AssetName host() {
            return new AssetName(AssetName.HOST, own.name());
        }

        private void goes(SpokenLine line) {
            if (Addresses.nobody(line.address())) {
                return;
            }
            switch (neighbours.meaning(own.host(), line.address())) {
                case Meaning.Inside _ -> goesInside(line);
                case Meaning.Known(int other) -> goesTo(other, line);
                case Meaning.Several(List<Integer> hosts) ->
                        meant(hosts, line)
                                .ifPresentOrElse(
                                        other -> goesTo(other, line), () -> goesOutside(line));
                case Meaning.Unknown _ -> goesOutside(line);
            }
        }

        private void goesInside(SpokenLine line) {
            Speaker listener = own.listeners().get(line.port());
            if (listener != null && !listener.name().equals(line.speaker().name())) {
                connects(line, listener, own.host(), service(line.port(), own.name()), Sight.SEEN);
            }
        }

        private void goesTo(int other, SpokenLine line) {
            Speaker listener = neighbours.listener(other, line.port());
            if (listener == null && Neighbourhood.ephemeral(line.port())) {
                return;
            }
            boolean both = neighbours.takes(line.port(), other, own.host());
            connects(
                    line,
                    listener,
                    other,
                    service(line.port(), neighbours.name(other)),
                    both ? Sight.SEEN : Sight.CLAIMED);
        }

        /** Of several hosts with one address the only one that says that this one comes to it. */
        private Optional<Integer> meant(List<Integer> hosts, SpokenLine line) {
            List<Integer> taking =
                    hosts.stream()
                            .filter(host -> neighbours.listener(host, line.port()) != null)
                            .filter(host -> neighbours.takes(line.port(), host, own.host()))
                            .toList();
            return taking.size() == 1 ? Optional.of(taking.getFirst()) : Optional.empty();
        }

        private void goesOutside(SpokenLine line) {
            if (!Neighbourhood.ephemeral(line.port()) && !Addresses.linkLocal(line.address())) {
                AssetName target =
                        goesToMany
                                ? new AssetName(AssetName.EXTERNAL, "others@" + own.name())
                                : external(line.address());
                connects(line, null, 0, target, Sight.CLAIMED);
            }
        }

        private void connects(
                SpokenLine line,
                @Nullable Speaker listener,
                int other,
                AssetName target,
                Sight sight) {
            Link link =
                    new Link(runs(line.speaker(), line.now()), RelationType.CONNECTS_TO, target);
            boolean counts = !Alternatives.equals(line.speaker(), listener);
            add(link, new LinkFound(sight, line.now(), line.lastSeen(), counts, null));
            alternatives.goes(line.speaker(), listener, other, line.port(), link);
        }

        private void comes(SpokenLine line) {
            switch (neighbours.meaning(own.host(), line.address())) {
                case Meaning.Inside _ -> {}
                case Meaning.Known(int other) -> {
                    if (!neighbours.uses(line.port(), other, own.host())) {
                        comesFrom(new AssetName(AssetName.HOST, neighbours.name(other)), line);
                    }
                }
                case Meaning.Several(List<Integer> hosts) -> {
                    if (hosts.stream()
                            .noneMatch(host -> neighbours.uses(line.port(), host, own.host()))) {
                        comesFrom(external(line.address()), line);
                    }
                }
                case Meaning.Unknown _ -> comesFrom(stranger(line.port(), line.address()), line);
            }
        }

        private AssetName stranger(Port port, String address) {
            return strangers.getOrDefault(port, 0L) > CROWD
                    ? new AssetName(AssetName.EXTERNAL, "clients@" + own.name())
                    : external(address);
        }

        private void comesFrom(AssetName source, SpokenLine line) {
            if (Addresses.linkLocal(line.address()) || Addresses.nobody(line.address())) {
                return;
            }
            // Nobody knows which program it is, and the whole host does not stop with it.
            boolean counts = !source.kind().equals(AssetName.HOST);
            add(
                    new Link(source, RelationType.CONNECTS_TO, service(line.port(), own.name())),
                    new LinkFound(Sight.CLAIMED, line.now(), line.lastSeen(), counts, null));
        }

        private void alternative(Link link, String name) {
            links.computeIfPresent(link, (_, found) -> found.withAlternatives(name));
        }

        private void add(Link link, LinkFound found) {
            links.merge(link, found, LinkFound::with);
        }

        private static AssetName service(Port port, String host) {
            return new AssetName(AssetName.SERVICE, port + "@" + host);
        }

        private static AssetName external(String address) {
            return new AssetName(AssetName.EXTERNAL, address);
        }
    }
}
