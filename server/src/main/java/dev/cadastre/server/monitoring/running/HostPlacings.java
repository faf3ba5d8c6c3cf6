package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.inventory.HostsPlaced;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Remembers where hosts are, since thousands of checks a second ask for that and it hardly ever
 * changes. Thread-safe.
 */
@Component
class HostPlacings {

    private final HostNetworks networks;

    // A host is read while its entry is locked: what was read before a change was committed cannot
    // come into the map after it was taken out because of that change.
    private final Map<Integer, Optional<HostNetworks.Placed>> known = new ConcurrentHashMap<>();

    HostPlacings(HostNetworks networks) {
        this.networks = networks;
    }

    /** Where the host with that ordinal is, if it lives; 0 is none. */
    Optional<HostNetworks.Placed> of(int host) {
        return host == 0 ? Optional.empty() : known.computeIfAbsent(host, this::read);
    }

    private Optional<HostNetworks.Placed> read(int host) {
        return Optional.ofNullable(networks.placed(new int[] {host}).get(host));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void placed(HostsPlaced placed) {
        placed.hosts().forEach(known::remove);
    }
}
