package dev.cadastre.server.topology.joining;

import dev.cadastre.server.estate.Port;
import dev.cadastre.server.inventory.HostConnection;
import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.inventory.HostService;
import dev.cadastre.server.topology.keeping.SocketSight;
import dev.cadastre.server.topology.recognition.HostPrograms;
import dev.cadastre.server.topology.recognition.HostRecognition;
import dev.cadastre.server.topology.recognition.Installed;
import dev.cadastre.server.topology.recognition.Program;
import dev.cadastre.server.topology.recognition.ProgramName;
import dev.cadastre.server.topology.recognition.Recognised;
import dev.cadastre.server.topology.recognition.Recognition;
import dev.cadastre.server.topology.socket.HostSockets;
import dev.cadastre.server.topology.socket.Speaker;
import dev.cadastre.server.topology.socket.SpokenLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the sockets of one host by what it alone tells: which of them belong to one program,
 * and what that is. Pure.
 */
final class HostReading {

    /** Networks of containers and virtual machines, which lie behind their host. */
    private static final Pattern INSIDE =
            Pattern.compile("(docker|br-|virbr|cni|podman|lxcbr|lxdbr|cbr|nerdctl|incusbr).*");

    private final HostNetwork host;
    private final HostRecognition recognition;
    private final Map<Owner, Set<Port>> ports = new HashMap<>();
    private final Map<Owner, Optional<Recognised>> recognised = new HashMap<>();
    private final Map<Owner, Speaker> speakers = new HashMap<>();

    /**
     * Whose sockets are those of one program.
     *
     * @param port told apart by it, where nothing else tells
     */
    private record Owner(@Nullable String process, @Nullable String account, @Nullable Port port) {

        boolean known() {
            return process != null || account != null;
        }
    }

    private final SortedMap<Port, Owner> listeners = new TreeMap<>();

    private HostReading(HostNetwork host, List<Installed> packages, Recognition recognition) {
        this.host = host;
        Map<Port, Set<String>> accepted = accepted(host);
        this.recognition =
                recognition.on(new HostPrograms(packages, Set.copyOf(host.daemons()), accepted));
        host.services().stream()
                .filter(HostReading::lasting)
                .forEach(service -> listen(service, accepted));
    }

    /**
     * What a host's sockets say.
     *
     * @param packages those of its packages that tell of a product
     * @param products filled with what its programs were recognised as, by their names
     */
    static HostSockets of(
            HostNetwork host,
            List<Installed> packages,
            Recognition recognition,
            Map<String, Recognised> products) {
        HostReading reading = new HostReading(host, packages, recognition);
        HostSockets sockets = reading.sockets();
        reading.recognised.forEach((owner, found) ->
                found.ifPresent(
                        product -> products.putIfAbsent(reading.speaker(owner).name(), product)));
        return sockets;
    }

    /** Accounts of connections that came in, for listeners of root are served by others. */
    private static Map<Port, Set<String>> accepted(HostNetwork host) {
        Map<Port, Set<String>> accepted = new HashMap<>();
        for (HostConnection connection : host.connections()) {
            String account = connection.account();
            if (connection.direction() == HostConnection.Direction.IN && account != null) {
                accepted.computeIfAbsent(port(connection), _ -> new TreeSet<>()).add(account);
            }
        }
        return accepted;
    }

    private static Port port(HostConnection connection) {
        return new Port(connection.servicePort(), connection.protocol());
    }

    /** Ports of UDP that the kernel chose are those of questions that wait for an answer. */
    private static boolean lasting(HostService service) {
        return service.protocol() == dev.cadastre.probe.Transport.TCP
                ? !(ephemeral(service.port()) && loopback(service.address()))
                : !ephemeral(service.port());
    }

    private static boolean ephemeral(int port) {
        return port >= 32_768;
    }

    private static boolean loopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    private void listen(HostService service, Map<Port, Set<String>> accepted) {
        Port port = new Port(service.port(), service.protocol());
        Set<String> accounts = accepted.getOrDefault(port, Set.of());
        String account =
                isRoot(service.user()) && accounts.size() == 1
                        ? accounts.iterator().next()
                        : service.user();
        boolean alone = service.process() == null && isRoot(account);
        Owner owner = new Owner(service.process(), account, alone ? port : null);
        Owner known = listeners.get(port);
        if (known == null || (known.process() == null && owner.process() != null)) {
            listeners.put(port, owner);
        }
        ports.computeIfAbsent(owner, _ -> new TreeSet<>()).add(port);
    }

    private static boolean isRoot(@Nullable String account) {
        return account == null || account.equals("root");
    }

    private HostSockets sockets() {
        List<String> addresses = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (HostNetwork.Address address : host.addresses()) {
            if (INSIDE.matcher(address.device()).matches()) {
                inside.add(address.text());
            } else {
                addresses.add(withoutPrefix(address.text()));
            }
        }
        String reached = host.address();
        if (reached != null && host.addresses().isEmpty()) {
            addresses.add(reached);
        }
        SortedMap<Port, Speaker> listening = new TreeMap<>();
        listeners.forEach((port, owner) -> listening.put(port, speaker(owner)));
        return new HostSockets(host.host(), host.name(), addresses, inside, listening, lines());
    }

    private static String withoutPrefix(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    private List<SpokenLine> lines() {
        Instant observed = Objects.requireNonNullElse(host.observedAt(), Instant.EPOCH);
        Instant limit = observed.minus(SocketSight.REMEMBERED);
        Set<SpokenLine> lines = new HashSet<>();
        for (HostConnection connection : host.connections()) {
            if (connection.lastSeen().isAfter(limit)) {
                lines.add(
                        new SpokenLine(
                                connection.direction() == HostConnection.Direction.OUT,
                                speaker(owner(connection)),
                                connection.remoteAddress(),
                                port(connection),
                                !connection.lastSeen().isBefore(observed),
                                connection.lastSeen()));
            }
        }
        return List.copyOf(lines);
    }

    private Owner owner(HostConnection connection) {
        Owner own = new Owner(connection.process(), connection.account(), null);
        Owner listener =
                connection.direction() == HostConnection.Direction.IN
                        ? listeners.get(port(connection))
                        : null;
        return listener == null ? own : listener;
    }

    private Speaker speaker(Owner owner) {
        return !owner.known() && owner.port() == null
                ? Speaker.UNKNOWN
                : speakers.computeIfAbsent(owner, this::named);
    }

    private Speaker named(Owner owner) {
        Program program =
                new Program(owner.process(), owner.account(), ports.getOrDefault(owner, Set.of()));
        Optional<Recognised> found =
                recognised.computeIfAbsent(owner, _ -> recognition.of(program));
        String name = ProgramName.of(program, found);
        if (name.equals(ProgramName.UNKNOWN) || (owner.process() == null && name.equals("root"))) {
            return Speaker.UNKNOWN;
        }
        return new Speaker(
                name,
                found.map(Recognised::product).orElse(null),
                found.map(product -> product.role().word()).orElse(null));
    }
}
