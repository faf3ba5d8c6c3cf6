package dev.cadastre.server.topology.socket;

import dev.cadastre.probe.Transport;
import dev.cadastre.server.estate.Port;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What all hosts must know of each other to say whom an address means, in about half a kilobyte for
 * each. Not thread-safe.
 */
public final class Neighbourhood {

    private static final int PORT_BITS = 17;

    /** The first port that common kernels give to the side that speaks first. */
    private static final int EPHEMERAL = 32_768;

    private static final int[] NOBODY = {};

    private final Map<Integer, Place> places = new HashMap<>();
    private final Map<String, int[]> owners = new HashMap<>();

    /** What is kept of a host, in arrays of one order. */
    private static final class Place {

        private final String name;
        private final String[] addresses;
        private final Network[] inside;

        /** Where it listens, packed and ascending, and who does. */
        private final int[] ports;

        private final Speaker[] listeners;

        /** Whom it goes to, and who comes to it: host and port, packed and ascending. */
        private long[] out = {};

        private long[] in = {};

        Place(HostSockets sockets) {
            name = sockets.name();
            addresses =
                    sockets.addresses().stream()
                            .filter(Neighbourhood::reachable)
                            .distinct()
                            .toArray(String[]::new);
            inside = sockets.inside().stream().map(Network::of).toArray(Network[]::new);
            ports = sockets.listeners().keySet().stream().mapToInt(Neighbourhood::packed).toArray();
            listeners = sockets.listeners().values().toArray(Speaker[]::new);
        }

        @Nullable Speaker listener(Port port) {
            int found = Arrays.binarySearch(ports, packed(port));
            return found < 0 ? null : listeners[found];
        }

        boolean listensLike(Place other) {
            return Arrays.equals(ports, other.ports) && Arrays.equals(listeners, other.listeners);
        }
    }

    /**
     * What others may have to look at again.
     *
     * @param addresses those that the host did not have before, or has no longer
     * @param listeners whether other programs listen, or elsewhere
     */
    public record Moved(Set<String> addresses, boolean listeners) {

        /** Copies the addresses. */
        public Moved {
            addresses = Set.copyOf(addresses);
        }
    }

    /** Whom an address means. */
    sealed interface Meaning {
        /** One host. */
        record Known(int host) implements Meaning {}

        /** The host that asks, or a container on it. */
        record Inside() implements Meaning {}

        /** None that is known. */
        record Unknown() implements Meaning {}

        /** Several hosts say that it is theirs. */
        record Several(List<Integer> hosts) implements Meaning {
            public Several {
                hosts = List.copyOf(hosts);
            }
        }
    }

    /**
     * Takes in what a host is reached by and what listens on it.
     *
     * @return what differs from before
     */
    public Moved place(HostSockets sockets) {
        Place before = places.get(sockets.host());
        Place after = new Place(sockets);
        if (before != null) {
            after.out = before.out;
            after.in = before.in;
        }
        places.put(sockets.host(), after);
        String[] addresses = before == null ? new String[0] : before.addresses;
        return new Moved(
                move(sockets.host(), addresses, after.addresses),
                before == null || !before.listensLike(after));
    }

    private static boolean reachable(String address) {
        return !Addresses.loopback(address)
                && !Addresses.nobody(address)
                && !Addresses.linkLocal(address);
    }

    /** Forgets a host; returns the addresses that it had. */
    public Set<String> forget(int host) {
        Place before = places.remove(host);
        return before == null ? Set.of() : move(host, before.addresses, new String[0]);
    }

    private Set<String> move(int host, String[] before, String[] after) {
        SortedSet<String> moved = new TreeSet<>(List.of(before));
        List<String> kept = List.of(after);
        kept.forEach(address -> {
            if (!moved.remove(address)) {
                moved.add(address);
            }
        });
        for (String address : moved) {
            int[] others =
                    IntStream.of(owners.getOrDefault(address, NOBODY))
                            .filter(other -> other != host)
                            .toArray();
            int[] now =
                    kept.contains(address)
                            ? IntStream.concat(IntStream.of(others), IntStream.of(host)).toArray()
                            : others;
            if (now.length == 0) {
                owners.remove(address);
            } else {
                owners.put(address, now);
            }
        }
        return moved;
    }

    /** The hosts that say that an address is theirs. */
    public int[] owners(String address) {
        return owners.getOrDefault(address, NOBODY).clone();
    }

    /** Whom an address means to a host. */
    Meaning meaning(int from, String address) {
        Place own = places.get(from);
        if (Addresses.loopback(address)
                || (own != null && Arrays.asList(own.addresses).contains(address))) {
            return new Meaning.Inside();
        }
        if (own != null && own.inside.length > 0) {
            byte[] bytes = Addresses.bytes(address);
            if (Arrays.stream(own.inside).anyMatch(network -> network.contains(bytes))) {
                return new Meaning.Inside();
            }
        }
        int[] known = owners.getOrDefault(address, NOBODY);
        return switch (known.length) {
            case 0 -> new Meaning.Unknown();
            case 1 -> new Meaning.Known(known[0]);
            default -> new Meaning.Several(IntStream.of(known).boxed().toList());
        };
    }

    /** The name of a host that was placed. */
    String name(int host) {
        Place place = places.get(host);
        if (place == null) {
            throw new IllegalArgumentException("No host " + host + " was placed");
        }
        return place.name;
    }

    /** Who listens there; null if nobody does. */
    @Nullable Speaker listener(int host, Port port) {
        Place place = places.get(host);
        return place == null ? null : place.listener(port);
    }

    /** Takes in whom a host speaks with; both ascending. */
    void speaks(int host, long[] out, long[] in) {
        Place place = places.get(host);
        if (place != null) {
            place.out = out;
            place.in = in;
        }
    }

    long[] out(int host) {
        Place place = places.get(host);
        return place == null ? new long[0] : place.out;
    }

    long[] in(int host) {
        Place place = places.get(host);
        return place == null ? new long[0] : place.in;
    }

    /** Whether a host says that it goes to a port of another. */
    boolean uses(Port port, int client, int server) {
        return Arrays.binarySearch(out(client), packed(server, port)) >= 0;
    }

    /** Whether a host says that another comes to a port of it. */
    boolean takes(Port port, int server, int client) {
        return Arrays.binarySearch(in(server), packed(client, port)) >= 0;
    }

    /** Whether a kernel may have given a port to somebody who asked for none in particular. */
    static boolean ephemeral(Port port) {
        return port.number() >= EPHEMERAL;
    }

    private static int packed(Port port) {
        return port.number() << 1 | (port.protocol() == Transport.UDP ? 1 : 0);
    }

    static long packed(int host, Port port) {
        return (long) host << PORT_BITS | packed(port);
    }

    static int host(long packed) {
        return (int) (packed >>> PORT_BITS);
    }
}
