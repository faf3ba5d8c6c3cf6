package dev.cadastre.server.monitoring.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a name, which may take long. */
@FunctionalInterface
interface NameLookup {

    List<InetAddress> addresses(String name) throws UnknownHostException;

    /** By this machine's means; answers are kept for half a minute. */
    static NameLookup ofMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
