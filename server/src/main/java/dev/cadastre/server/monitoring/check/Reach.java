package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.outgoing.AddressRule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The only way of checks to hosts: looks a name up once, judges each of its addresses, and connects
 * to exactly these.
 */
final class Reach {

    private static final int MOST_LOOKUPS = 32;

    private final NameLookup names;
    private final AddressRule rule;
    private final NativeCalls lookups = new NativeCalls("check-name-", MOST_LOOKUPS);

    Reach(NameLookup names, AddressRule rule) {
        this.names = names;
        this.rule = rule;
    }

    /** Where the host is; fails if one of its addresses is not to be asked. */
    Place find(String host, Family family, int port, Course course)
            throws CheckFailure, InterruptedException {
        List<InetAddress> addresses = addresses(host, course).stream().filter(family::has).toList();
        if (addresses.isEmpty()) {
            throw CheckFailure.critical(
                    host + " has no address of the family " + family,
                    "See what the name server says, or set family = any.");
        }
        for (InetAddress address : addresses) {
            Optional<String> refusal = rule.why(address, port);
            if (refusal.isPresent()) {
                throw CheckFailure.unknown(
                        host + " is not asked: " + refusal.get(),
                        "Name another, or allow it by [dispatch] allowed-addresses.");
            }
        }
        return new Place(host, addresses, port);
    }

    private List<InetAddress> addresses(String host, Course course)
            throws CheckFailure, InterruptedException {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        course.step("looking up the name " + host);
        try {
            return lookups.call(() -> names.addresses(host), course.left());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw CheckFailure.critical(
                        "the name " + host + " is not known",
                        "See how it is written, and what the name server says.");
            }
            throw new IllegalStateException("Looking up " + host + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw CheckFailure.unknown(
                    "the addresses of " + host + " are not told in time",
                    "See whether this machine's name server answers.");
        }
    }

    private static Optional<InetAddress> literal(String host) {
        boolean mayBe = host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1));
        if (!mayBe) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A connection to the first of the addresses that accepts one. */
    Socket connect(Place place, Course course) throws IOException {
        course.step("connecting to " + place);
        IOException last = new ConnectException("it has no address");
        List<InetAddress> addresses = place.addresses();
        for (int i = 0; i < addresses.size() && !course.isOver(); i++) {
            Duration share = course.left().dividedBy(addresses.size() - i);
            try {
                return connect(addresses.get(i), place.port(), share);
            } catch (IOException e) {
                last = e;
            }
        }
        throw unreachable(place, last);
    }

    private static Socket connect(InetAddress address, int port, Duration limit)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            int millis = Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
            socket.connect(new InetSocketAddress(address, port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static CheckFailure unreachable(Place place, IOException cause) {
        String said = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return switch (cause) {
            case SocketTimeoutException _ ->
                    CheckFailure.critical(
                            place + " does not answer",
                            "See whether it runs there, and whether a firewall is between.");
            case NoRouteToHostException _ ->
                    CheckFailure.critical(
                            "there is no way to " + place, "See the routes and the firewalls.");
            case ConnectException _ ->
                    CheckFailure.critical(
                            place + " refuses connections: " + said,
                            "See whether it runs there, and listens on that port.");
            default ->
                    CheckFailure.critical(
                            place + " cannot be connected to: " + said,
                            "See the network between here and there.");
        };
    }
}
