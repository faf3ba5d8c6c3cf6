package dev.cadastre.server.dispatch.outgoing;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Says where the server does not go. Whoever asks must connect to the very address that was judged:
 * a name that is looked up again may lead elsewhere. Thread-safe.
 */
@NamedInterface("outgoing")
@FunctionalInterface
public interface AddressRule {

    /**
     * Why not there, as a phrase that names the place; empty if it may be.
     *
     * @param port 0 if there is none
     */
    Optional<String> why(InetAddress address, int port);
}
