package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hosts. Where a name is asked for, the living host of that name is meant, and the one retired
 * last if none lives. Thread-safe.
 */
public interface Hosts {

    /** The hosts that match, by name. */
    Page<Host> find(HostQuery query, Reach reach);

    /** The host of that name, at that moment or now. */
    Optional<Host> named(String name, @Nullable Instant at, Reach reach);

    /** What is known of that host now. */
    Optional<HostDetail> detail(String name, Reach reach);

    /** Makes the host known, or brings what is known of it in line with the estate. */
    Host declare(Declaration declaration, String actor);

    /**
     * Ends collection and keeps history.
     *
     * @throws UnknownHost if no such host lives within reach
     */
    Host retire(String name, String actor, Reach reach);

    /**
     * Purges everything that is known of that host.
     *
     * @throws UnknownHost if there is none within reach
     */
    void erase(String name, String actor, Reach reach);

    /** Numbers of living hosts for each environment that has any, by name. */
    List<EnvironmentNumbers> environments(@Nullable Instant at, Reach reach);
}
