package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * A socket with a peer, at the moment of the report. Addresses are normalised as in {@link
 * Listener}.
 *
 * @param protocol TCP or UDP
 * @param localAddress this host's side
 * @param localPort this host's side
 * @param remoteAddress the peer's side
 * @param remotePort the peer's side
 * @param state where the connection is in its life; for UDP always {@link State#ESTABLISHED}
 * @param process name of the oldest process that holds it; null in {@link State#TIME_WAIT} and
 *     where the probe's user may not know
 * @param pid of that process
 * @param uid owner of the socket; null in {@link State#TIME_WAIT}, when no process owns it any
 *     longer
 * @param user that owner's name in the host's own passwd file
 */
public record Connection(
        Transport protocol,
        String localAddress,
        int localPort,
        String remoteAddress,
        int remotePort,
        State state,
        @Nullable String process,
        @Nullable Integer pid,
        @Nullable Long uid,
        @Nullable String user) {

    /** Where a connection is in its life. */
    public enum State {
        ESTABLISHED,
        SYN_SENT,
        SYN_RECEIVED,
        FIN_WAIT_1,
        FIN_WAIT_2,
        TIME_WAIT,
        CLOSED,
        CLOSE_WAIT,
        LAST_ACK,
        CLOSING
    }
}
