package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.OptionalDouble;

/** Asks hosts for ICMP echoes. */
interface Echo {

    /** By the way that this process may take. */
    static Echo ofMachine() {
        Echo datagrams = new DatagramEcho();
        return datagrams.isPossible() ? datagrams : new JavaEcho();
    }

    /** Whether this process may send ICMP at all. */
    boolean isPossible();

    /** The milliseconds until the echo came; empty if none came in time. */
    OptionalDouble ask(InetAddress address, Duration limit, Course course)
            throws IOException, InterruptedException;
}
