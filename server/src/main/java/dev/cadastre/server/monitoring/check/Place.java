package dev.cadastre.server.monitoring.check;

import java.net.InetAddress;
import java.util.List;

/**
 * Where to connect to. Its addresses are those that were judged, and nothing looks the name up
 * again.
 *
 * @param name as it is set
 * @param addresses at least one, in the order in which to try them
 * @param port 0 if it has none
 */
record Place(String name, List<InetAddress> addresses, int port) {

    Place {
        addresses = List.copyOf(addresses);
    }

    /** For people. */
    @Override
    public String toString() {
        return port == 0 ? name : named(name, port);
    }

    static String named(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
