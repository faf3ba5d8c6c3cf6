package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateChanged;
import dev.cadastre.server.estate.EstateDiff;
import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.estate.SectionKind;
import dev.cadastre.server.timeline.NewEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the hosts in line with the declared estate. */
@Component
class DeclaredHosts {

    private final Estate estate;
    private final Hosts hosts;
    private final HostTable table;

    DeclaredHosts(Estate estate, Hosts hosts, HostTable table) {
        this.estate = estate;
        this.hosts = hosts;
        this.table = table;
    }

    /** What was declared while nobody listened. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void catchUp() {
        Set<String> declared =
                estate.hosts().stream().map(DeclaredHost::name).collect(Collectors.toSet());
        table.declared().stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> hosts.retire(name, NewEvent.SYSTEM, Reach.ALL));
        estate.hosts().forEach(host -> hosts.declare(declaration(host), NewEvent.SYSTEM));
    }

    /** In the transaction that changes the estate. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(EstateChanged changed) {
        List<EstateDiff.Change> changes = changed.diff().of(SectionKind.HOST);
        changes.stream()
                .filter(change -> change.action() == EstateDiff.Action.REMOVED)
                .filter(change -> table.living(change.name()).isPresent())
                .forEach(change -> hosts.retire(change.name(), changed.actor(), Reach.ALL));
        changes.stream()
                .filter(change -> change.action() != EstateDiff.Action.REMOVED)
                .map(change -> changed.model().hosts().get(change.name()))
                .forEach(host -> hosts.declare(declaration(host), changed.actor()));
    }

    private static Declaration declaration(@Nullable DeclaredHost host) {
        if (host == null) {
            throw new IllegalStateException("A changed host is missing in the estate");
        }
        boolean reached = host.address().kind() != HostAddress.Kind.NONE;
        return new Declaration(
                host.name(),
                host.environment(),
                host.groups(),
                reached ? host.address().text() : null,
                host.isInFile() ? host.origin().file() : null,
                host.origin().line());
    }
}
