package dev.cadastre.server.inventory;

import dev.cadastre.probe.Transport;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What many connections of one report have in common: short-lived ports are not in it.
 *
 * @param direction who spoke first
 * @param process this host's process; null where the probe may not know it, as in TIME-WAIT
 * @param account whose process it is; null where nobody may know, as in TIME-WAIT
 * @param protocol TCP or UDP
 * @param remoteAddress the peer
 * @param servicePort the port of the side that listens
 */
public record ConnectionLine(
        HostConnection.Direction direction,
        @Nullable String process,
        @Nullable String account,
        Transport protocol,
        String remoteAddress,
        int servicePort)
        implements Comparable<ConnectionLine> {

    private static final Comparator<String> TEXTS = Comparator.naturalOrder();

    private static final Comparator<ConnectionLine> ORDER =
            Comparator.comparing(ConnectionLine::direction)
                    .thenComparing(ConnectionLine::process, Comparator.nullsFirst(TEXTS))
                    .thenComparing(ConnectionLine::account, Comparator.nullsFirst(TEXTS))
                    .thenComparing(ConnectionLine::protocol)
                    .thenComparing(ConnectionLine::remoteAddress)
                    .thenComparingInt(ConnectionLine::servicePort);

    @Override
    public int compareTo(ConnectionLine other) {
        return ORDER.compare(this, other);
    }

    /** The same lines as somebody sees them who knows less of whose they are. */
    Stream<ConnectionLine> vaguer() {
        return Stream.of(with(process, null), with(null, account), with(null, null))
                .filter(line -> !line.equals(this));
    }

    private ConnectionLine with(@Nullable String newProcess, @Nullable String newAccount) {
        return new ConnectionLine(
                direction, newProcess, newAccount, protocol, remoteAddress, servicePort);
    }
}
