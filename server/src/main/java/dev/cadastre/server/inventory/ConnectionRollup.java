package dev.cadastre.server.inventory;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.inventory.HostConnection.Direction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sees the services behind the sockets: short-lived ports vanish, the listening side remains. */
final class ConnectionRollup {

    /** The most different connections that are kept of one report. */
    static final int LIMIT = 5_000;

    /** The first port that common kernels give to the side that speaks first. */
    private static final int EPHEMERAL = 32_768;

    /**
     * What many connections have in common.
     *
     * @param process empty where it is not known, as in TIME-WAIT
     */
    record Line(
            Direction direction,
            String process,
            Transport protocol,
            String remoteAddress,
            int servicePort)
            implements Comparable<Line> {

        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::direction)
                        .thenComparing(Line::process)
                        .thenComparing(Line::protocol)
                        .thenComparing(Line::remoteAddress)
                        .thenComparingInt(Line::servicePort);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }

        Line withoutProcess() {
            return new Line(direction, "", protocol, remoteAddress, servicePort);
        }
    }

    private record Port(Transport protocol, int number) {}

    private final Map<Port, String> listening = new HashMap<>();

    private ConnectionRollup(List<Listener> listeners) {
        for (Listener listener : listeners) {
            String process = Objects.requireNonNullElse(listener.process(), "");
            listening.merge(
                    new Port(listener.protocol(), listener.port()),
                    process,
                    (known, other) -> known.isEmpty() ? other : known);
        }
    }

    static SortedSet<Line> of(Report report) {
        return of(report.connections(), report.listeners());
    }

    /**
     * The lines of one report. A connection whose local port has a listener comes in, and so does
     * one from an ephemeral port to one that is none; all others go out. One whose process is gone
     * is left out where a process has the same line.
     */
    static SortedSet<Line> of(List<Connection> connections, List<Listener> listeners) {
        ConnectionRollup rollup = new ConnectionRollup(listeners);
        Set<Line> lines =
                connections.stream()
                        .filter(connection -> connection.state() != Connection.State.SYN_SENT)
                        .map(rollup::line)
                        .collect(Collectors.toSet());
        Set<Line> owned =
                lines.stream()
                        .filter(line -> !line.process().isEmpty())
                        .map(Line::withoutProcess)
                        .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !owned.contains(line))
                .sorted()
                .limit(LIMIT)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Line line(Connection connection) {
        String listener = listening.get(new Port(connection.protocol(), connection.localPort()));
        boolean in = listener != null || comesToLowPort(connection);
        String process = connection.process();
        if (process == null) {
            process = Objects.requireNonNullElse(listener, "");
        }
        return new Line(
                in ? Direction.IN : Direction.OUT,
                Bounded.text(process, Bounded.NAME),
                connection.protocol(),
                Bounded.text(connection.remoteAddress(), Bounded.NAME),
                in ? connection.localPort() : connection.remotePort());
    }

    private static boolean comesToLowPort(Connection connection) {
        return connection.remotePort() >= EPHEMERAL && connection.localPort() < EPHEMERAL;
    }
}
