package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateChanged;
import dev.cadastre.server.estate.EstateDiff;
import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.estate.SectionKind;
import dev.cadastre.server.storage.Machine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has the declared hosts collected, and those no more that are declared no more; {@link
 * DeclaredHosts} makes them known and retires them.
 */
@Component
class CollectedEstate {

    private static final Logger log = LoggerFactory.getLogger(CollectedEstate.class);

    private final Estate estate;
    private final Hosts hosts;
    private final Collections collections;
    private final Access access;
    private final CollectionProperties properties;

    CollectedEstate(
            Estate estate,
            Hosts hosts,
            Collections collections,
            Access access,
            CollectionProperties properties) {
        this.estate = estate;
        this.hosts = hosts;
        this.collections = collections;
        this.access = access;
        this.properties = properties;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void schedule(EstateChanged changed) {
        changed.diff().of(SectionKind.HOST).forEach(change -> collections.remove(change.name()));
        changed.diff().of(SectionKind.HOST).stream()
                .map(EstateDiff.Change::name)
                .map(changed.model().hosts()::get)
                .filter(Objects::nonNull)
                .forEach(host -> schedule(host, true));
    }

    /** At the start: this machine is a host, unless it is told not to be. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        access.asSystem(() -> {
            if (properties.thisMachine()) {
                addThisMachine();
            }
            estate.hosts().forEach(host -> schedule(host, false));
        });
    }

    private void addThisMachine() {
        boolean declared =
                estate.hosts().stream().anyMatch(host -> host.address().equals(HostAddress.LOCAL));
        String name = thisMachine();
        if (!declared && estate.hostIgnoringCase(name).isEmpty()) {
            Map<String, String> settings = Map.of("address", HostAddress.LOCAL.text());
            estate.addHost(new NewHost(name, null, List.of(), settings));
            log.info("This machine is the host {}", name);
        }
    }

    private static String thisMachine() {
        return Machine.name().replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private void schedule(DeclaredHost host, boolean now) {
        if (!host.isConnectedTo()) {
            return;
        }
        collections.add(
                host,
                now
                        ? null
                        : hosts.named(host.name(), null, Reach.ALL)
                                .map(known -> known.outcome().lastAttempt())
                                .orElse(null));
    }
}
