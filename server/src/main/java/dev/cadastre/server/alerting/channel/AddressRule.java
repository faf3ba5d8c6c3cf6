package dev.cadastre.server.alerting.channel;

import java.net.InetAddress;
import java.util.Optional;

/** Says where web-hooks do not go. */
@FunctionalInterface
interface AddressRule {

    /** Why not there; empty if it may be. */
    Optional<String> why(InetAddress address, int port);
}
