package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.watching.ToldResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells each minute how the invented services do, in the place of checks, as there is nothing to
 * check. A database that was upgraded lately does not work. For one thread.
 */
@Component
class Patrol {

    private static final Logger log = LoggerFactory.getLogger(Patrol.class);
    private static final int MOST_MONITORS = 1_000;
    private static final String DATABASES = "env:prod group:db";
    private static final String PORT = "service:5432-tcp@";

    private final Demonstration demonstration;
    private final Hosts hosts;
    private final Monitors monitors;
    private final Access access;
    private final Clock clock;

    Patrol(
            Demonstration demonstration,
            Hosts hosts,
            Monitors monitors,
            Access access,
            Clock clock) {
        this.demonstration = demonstration;
        this.hosts = hosts;
        this.monitors = monitors;
        this.access = access;
        this.clock = clock;
    }

    /** Tells of all. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void look() {
        if (!demonstration.isUnderWay()) {
            return;
        }
        try {
            access.asSystem(this::tell);
        } catch (RuntimeException failure) {
            log.warn("The invented services are looked at again later", failure);
        }
    }

    private void tell() {
        Optional<String> broken = broken();
        Instant now = clock.instant();
        List<ToldResult> told =
                monitors
                        .find(
                                new MonitorQuery(
                                        null, null, null, null, Set.of(), 0, MOST_MONITORS),
                                Reach.ALL)
                        .stream()
                        .filter(one -> one.definition().kind() == MonitorKind.PASSIVE)
                        .filter(one -> one.definition().enabled())
                        .map(one -> told(one, broken, now))
                        .toList();
        if (!told.isEmpty()) {
            monitors.tell(told, Reach.ALL);
        }
    }

    private static ToldResult told(Monitor one, Optional<String> broken, Instant now) {
        String asset = one.row().asset();
        return new ToldResult(
                one.row().id(),
                broken.filter(asset::equals).isPresent()
                        ? Vitals.refusing()
                        : Vitals.of(asset, now));
    }

    /**
     * The service of the first database in production that got the newest version; the first of
     * each group are what applications need.
     */
    private Optional<String> broken() {
        List<Upgrade> upgrades =
                Catalogue.read().upgrades().stream()
                        .filter(upgrade -> upgrade.source().startsWith("postgresql"))
                        .toList();
        HostQuery all = HostQuery.living(MOST_MONITORS);
        return hosts.find(all, DATABASES, Reach.ALL).items().stream()
                .map(Patrol::invented)
                .filter(host ->
                        upgrades.stream().anyMatch(upgrade -> upgrade.reaches(host, Past.DAYS)))
                .map(InventedHost::name)
                .min(Comparator.comparing(Patrol::number).thenComparing(name -> name))
                .map(name -> PORT + name);
    }

    private static String number(String host) {
        return host.substring(host.lastIndexOf('-') + 1);
    }

    private static InventedHost invented(Host host) {
        return new InventedHost(host.name(), host.environment(), host.groups());
    }
}
