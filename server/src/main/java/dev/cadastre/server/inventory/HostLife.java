package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageSets;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Declares, retires and erases hosts, in the transaction of the caller. */
@Component
class HostLife {

    private final HostTable hosts;
    private final Admission admission;
    private final HostHistory history;
    private final PackageSets packages;
    private final HoldingsReader holdings;
    private final Intervals intervals;
    private final Timeline timeline;
    private final Clock clock;

    HostLife(
            HostTable hosts,
            Admission admission,
            HostHistory history,
            PackageSets packages,
            HoldingsReader holdings,
            Intervals intervals,
            Timeline timeline,
            Clock clock) {
        this.hosts = hosts;
        this.admission = admission;
        this.history = history;
        this.packages = packages;
        this.holdings = holdings;
        this.intervals = intervals;
        this.timeline = timeline;
        this.clock = clock;
    }

    HostRow declare(Declaration declaration, String actor) {
        hosts.reserve(declaration.name());
        Optional<HostRow> known = hosts.named(declaration.name());
        HostRow host =
                known.isPresent()
                        ? known(hosts.lock(known.get().ordinal()), declaration, actor)
                        : create(declaration);
        HostRow stated =
                declaration.equals(declaration(host))
                        ? host
                        : hosts.state(host.ordinal(), declaration);
        history.note(stated, now());
        return stated;
    }

    private HostRow known(HostRow host, Declaration declaration, String actor) {
        HostRow living = host.living() ? host : admission.revive(host, actor, now());
        return admission.place(
                living,
                declaration.name(),
                declaration.environment(),
                declaration.groups(),
                actor,
                now());
    }

    private HostRow create(Declaration declaration) {
        return hosts.create(
                declaration.name(),
                declaration.environment(),
                declaration.groups(),
                declaration.address(),
                now());
    }

    private static @Nullable Declaration declaration(HostRow host) {
        return host.declared()
                ? new Declaration(
                        host.name(),
                        host.environment(),
                        host.groups(),
                        host.address(),
                        host.file(),
                        host.line())
                : null;
    }

    HostRow retire(HostRow host, String actor) {
        hosts.lock(host.ordinal());
        hosts.state(host.ordinal(), null);
        Instant now = now();
        HostRow retired = hosts.live(host.ordinal(), Lifecycle.RETIRED, now);
        history.note(retired, now);
        tell(retired, "host.retired", retired.name() + " was retired", actor);
        history.leaveName(retired);
        return retired;
    }

    /** The host's part of the timeline goes too, but for the line that says so. */
    void erase(HostRow host, String actor) {
        hosts.lock(host.ordinal());
        holdings.placed(hosts.live(host.ordinal(), Lifecycle.RETIRED, now()).entry());
        history.forget(host);
        InventoryConfiguration.STATES.forEach(table -> intervals.erase(table, host.ordinal()));
        packages.erase(host.ordinal());
        hosts.delete(host.ordinal());
        timeline.append(
                new NewEvent(
                        host.asset(),
                        host.environment(),
                        "host.erased",
                        host.name() + " was erased with all that was known of it",
                        StateJson.write(Map.of("id", host.id())),
                        actor));
        history.leaveName(host);
    }

    private void tell(HostRow host, String kind, String summary, String actor) {
        timeline.append(new NewEvent(host.asset(), host.environment(), kind, summary, "{}", actor));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
