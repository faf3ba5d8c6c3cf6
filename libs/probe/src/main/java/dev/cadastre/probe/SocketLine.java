package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sockets section: table, local and remote end, state, uid, inode, and if known pid
 * and name of the process.
 *
 * @param stateCode the kernel's number of the state (include/net/tcp_states.h)
 * @param owned whether a process has it open still
 */
record SocketLine(
        Transport protocol,
        End local,
        End remote,
        int stateCode,
        long uid,
        boolean owned,
        @Nullable Integer pid,
        @Nullable String process) {

    /** One end of a socket. */
    record End(String address, int port) {}

    private static final int COLUMNS = 8;
    private static final int FIRST_STATE = 1;
    private static final int CLOSED = 7;
    private static final int LISTEN = 10;

    /** By the kernel's number; it has no name where there is no connection. */
    private static final List<Optional<Connection.State>> STATES =
            List.of(
                    Optional.of(Connection.State.ESTABLISHED),
                    Optional.of(Connection.State.SYN_SENT),
                    Optional.of(Connection.State.SYN_RECEIVED),
                    Optional.of(Connection.State.FIN_WAIT_1),
                    Optional.of(Connection.State.FIN_WAIT_2),
                    Optional.of(Connection.State.TIME_WAIT),
                    Optional.of(Connection.State.CLOSED),
                    Optional.of(Connection.State.CLOSE_WAIT),
                    Optional.of(Connection.State.LAST_ACK),
                    Optional.empty(),
                    Optional.of(Connection.State.CLOSING),
                    Optional.of(Connection.State.SYN_RECEIVED));

    static Optional<SocketLine> parse(String line, ByteOrder order) {
        String[] columns = line.split(" ", COLUMNS);
        if (columns.length < COLUMNS - 1) {
            return Optional.empty();
        }
        Optional<End> local = end(columns[1], order);
        Optional<End> remote = end(columns[2], order);
        OptionalInt state = Hex.number(columns[3]);
        OptionalLong uid = Numbers.whole(columns[4]);
        if (local.isEmpty() || remote.isEmpty() || state.isEmpty() || uid.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt pid = Numbers.upTo(Integer.MAX_VALUE, columns[6]);
        return protocol(columns[0])
                .map(protocol ->
                        new SocketLine(
                                protocol,
                                local.get(),
                                remote.get(),
                                state.getAsInt(),
                                uid.getAsLong(),
                                !columns[5].equals("0"),
                                pid.isPresent() ? pid.getAsInt() : null,
                                columns.length < COLUMNS
                                        ? null
                                        : Cleaned.value(columns[COLUMNS - 1])));
    }

    boolean listens() {
        return protocol == Transport.TCP
                ? stateCode == LISTEN
                : stateCode == CLOSED && remote.port() == 0;
    }

    Optional<Connection.State> state() {
        boolean known = stateCode >= FIRST_STATE && stateCode <= STATES.size();
        return known ? STATES.get(stateCode - FIRST_STATE) : Optional.empty();
    }

    private static Optional<Transport> protocol(String table) {
        return switch (table) {
            case "tcp", "tcp6" -> Optional.of(Transport.TCP);
            case "udp", "udp6" -> Optional.of(Transport.UDP);
            default -> Optional.empty();
        };
    }

    private static Optional<End> end(String text, ByteOrder order) {
        int colon = text.indexOf(':');
        OptionalInt port = Hex.number(text.substring(colon + 1));
        if (colon < 0 || port.isEmpty() || port.getAsInt() >>> 16 != 0) {
            return Optional.empty();
        }
        return InternetAddress.ofWords(text.substring(0, colon), order)
                .map(address -> new End(address, port.getAsInt()));
    }
}
