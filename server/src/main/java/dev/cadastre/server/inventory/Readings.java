package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host is and does, now or at an earlier moment. Every method throws {@link UnknownHost} if
 * there is none of that name within reach. Thread-safe.
 */
public interface Readings {

    /** Its facts by name; measures only for now. */
    List<HostFact> facts(String host, @Nullable Instant at, Reach reach);

    /** What listens on it, by port, protocol and address. */
    List<HostService> services(String host, @Nullable Instant at, Reach reach);

    /** Its daemons by name. */
    List<HostDaemon> daemons(String host, @Nullable Instant at, Reach reach);

    /** Its runtimes by kind and path; who uses them is known for now only. */
    List<HostRuntime> runtimes(String host, @Nullable Instant at, Reach reach);

    /** Its connections; at an earlier moment those that had begun and were still seen later. */
    List<HostConnection> connections(String host, @Nullable Instant at, Reach reach);
}
