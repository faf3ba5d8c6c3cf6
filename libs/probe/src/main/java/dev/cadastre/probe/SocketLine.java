package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
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
    private static final int MOST_PORT = 65_535;
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

    /** As {@code ss} names them, in the order of the kernel's numbers. */
    private static final List<String> NAMES_OF_SS =
            List.of(
                    "ESTAB",
                    "SYN-SENT",
                    "SYN-RECV",
                    "FIN-WAIT-1",
                    "FIN-WAIT-2",
                    "TIME-WAIT",
                    "UNCONN",
                    "CLOSE-WAIT",
                    "LAST-ACK",
                    "LISTEN",
                    "CLOSING");

    /** Ends and state are as the kernel prints them in its tables. */
    static Optional<SocketLine> ofTable(String line, ByteOrder order) {
        return parse(line, end -> endOfTable(end, order), Hex::number);
    }

    /** Ends and state are as {@code ss} prints them. */
    static Optional<SocketLine> ofSs(String line) {
        return parse(line, SocketLine::endOfSs, SocketLine::stateOfSs);
    }

    private static Optional<SocketLine> parse(
            String line,
            Function<String, Optional<End>> ends,
            Function<String, OptionalInt> states) {
        String[] columns = line.split(" ", COLUMNS);
        if (columns.length < COLUMNS - 1) {
            return Optional.empty();
        }
        Optional<End> local = ends.apply(columns[1]);
        Optional<End> remote = ends.apply(columns[2]);
        OptionalInt state = states.apply(columns[3]);
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

    private static Optional<End> endOfTable(String text, ByteOrder order) {
        int colon = text.indexOf(':');
        OptionalInt port = Hex.number(text.substring(colon + 1));
        if (colon < 0 || port.isEmpty() || port.getAsInt() >>> 16 != 0) {
            return Optional.empty();
        }
        return InternetAddress.ofWords(text.substring(0, colon), order)
                .map(address -> new End(address, port.getAsInt()));
    }

    /** An IPv6 address is in brackets, an interface after a percent sign; no port is a star. */
    private static Optional<End> endOfSs(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String port = text.substring(colon + 1);
        OptionalInt number = port.equals("*") ? OptionalInt.of(0) : Numbers.upTo(MOST_PORT, port);
        return number.isEmpty()
                ? Optional.empty()
                : addressOfSs(text.substring(0, colon))
                        .map(address -> new End(address, number.getAsInt()));
    }

    private static Optional<String> addressOfSs(String text) {
        int percent = text.indexOf('%');
        String address = percent < 0 ? text : text.substring(0, percent);
        if (address.equals("*")) {
            return Optional.of("::");
        }
        boolean brackets = address.startsWith("[") && address.endsWith("]");
        return InternetAddress.ofText(
                brackets ? address.substring(1, address.length() - 1) : address);
    }

    private static OptionalInt stateOfSs(String name) {
        int index = NAMES_OF_SS.indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(FIRST_STATE + index);
    }
}
