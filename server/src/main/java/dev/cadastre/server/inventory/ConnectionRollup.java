package dev.cadastre.server.inventory;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.inventory.HostConnection.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees the services behind the sockets: short-lived ports vanish, the listening side remains. */
final class ConnectionRollup {

    /** The most different connections that are kept of one report. */
    static final int LIMIT = 5_000;

    /** The first port that common kernels give to the side that speaks first. */
    private static final int EPHEMERAL = 32_768;

    private record Port(Transport protocol, int number) {}

    private final Map<Port, Listener> listening = new HashMap<>();

    private ConnectionRollup(List<Listener> listeners) {
        for (Listener listener : listeners) {
            listening.merge(
                    new Port(listener.protocol(), listener.port()),
                    listener,
                    (known, other) -> known.process() == null ? other : known);
        }
    }

    static SortedSet<ConnectionLine> of(Report report) {
        return of(report.connections(), report.listeners());
    }

    /**
     * The lines of one report. A connection whose local port has a listener comes in, and so does
     * one from an ephemeral port to one that is none; all others go out. One of which less is known
     * is left out where another one says more.
     */
    static SortedSet<ConnectionLine> of(List<Connection> connections, List<Listener> listeners) {
        ConnectionRollup rollup = new ConnectionRollup(listeners);
        Set<ConnectionLine> lines =
                connections.stream()
                        .filter(connection -> connection.state() != Connection.State.SYN_SENT)
                        .map(rollup::line)
                        .collect(Collectors.toSet());
        Set<ConnectionLine> vague =
                lines.stream().flatMap(ConnectionLine::vaguer).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !vague.contains(line))
                .sorted()
                .limit(LIMIT)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ConnectionLine line(Connection connection) {
        Listener listener = listening.get(new Port(connection.protocol(), connection.localPort()));
        boolean in =
                listener == null
                        ? comesToLowPort(connection)
                        : !leftByAnother(connection, listener);
        String process = connection.process();
        if (process == null && in && listener != null) {
            process = listener.process();
        }
        return new ConnectionLine(
                in ? Direction.IN : Direction.OUT,
                bounded(process),
                bounded(account(connection)),
                connection.protocol(),
                Bounded.text(connection.remoteAddress(), Bounded.NAME),
                in ? connection.localPort() : connection.remotePort());
    }

    private static boolean comesToLowPort(Connection connection) {
        return connection.remotePort() >= EPHEMERAL && connection.localPort() < EPHEMERAL;
    }

    /**
     * Whether it went out from a port that the kernel gave it and that somebody else listens on
     * since: ports are used again while old connections wait for their end.
     */
    private static boolean leftByAnother(Connection connection, Listener listener) {
        if (connection.localPort() < EPHEMERAL || connection.remotePort() >= EPHEMERAL) {
            return false;
        }
        String process = connection.process();
        String waiting = listener.process();
        if (process != null && waiting != null) {
            return !process.equals(waiting);
        }
        Long uid = connection.uid();
        return uid == null || uid != listener.uid();
    }

    private static @Nullable String account(Connection connection) {
        return connection.user() == null && connection.uid() != null
                ? "uid " + connection.uid()
                : connection.user();
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null ? null : Bounded.text(text, Bounded.NAME);
    }
}
