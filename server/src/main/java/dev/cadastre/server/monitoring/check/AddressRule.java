package dev.cadastre.server.monitoring.check;

import java.net.InetAddress;
import java.util.Optional;

/** Says where checks do not go. */
@FunctionalInterface
interface AddressRule {

    /** Why not there; empty if it may be. */
    Optional<String> why(InetAddress address, int port);
}
