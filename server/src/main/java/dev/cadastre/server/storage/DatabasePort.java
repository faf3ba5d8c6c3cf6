package dev.cadastre.server.storage;

import java.util.OptionalInt;

/**
 * Where the database listens that this server runs itself.
 *
 * @param own its port on this machine's loopback; empty if the database is somebody else's
 */
public record DatabasePort(OptionalInt own) {

    /** Whether a port on this machine is its. */
    public boolean is(int port) {
        return own.isPresent() && own.getAsInt() == port;
    }
}
