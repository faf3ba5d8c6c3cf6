package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.storage.RegisterClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the invented past into an empty register. The estate has been read by then, at the moment
 * at which the past begins.
 */
@Component
class Past {

    /** How long it is. */
    static final int DAYS = 30;

    private static final Logger log = LoggerFactory.getLogger(Past.class);
    private static final int WORKING_SECONDS = 8 * 3_600;
    private static final int MOST_HOSTS = 1_000;
    private static final Duration LAST_REPORT = Duration.ofMinutes(3);

    private final Demonstration demonstration;
    private final RegisterClock clock;
    private final Hosts hosts;
    private final Reporter reporter;
    private final Rules rules;
    private final Handiwork handiwork;
    private final Releases releases;
    private final Rollouts rollouts;

    Past(
            Demonstration demonstration,
            RegisterClock clock,
            Hosts hosts,
            Reporter reporter,
            Rules rules,
            Handiwork handiwork,
            Releases releases,
            Rollouts rollouts) {
        this.demonstration = demonstration;
        this.clock = clock;
        this.hosts = hosts;
        this.reporter = reporter;
        this.rules = rules;
        this.handiwork = handiwork;
        this.releases = releases;
        this.rollouts = rollouts;
    }

    /** Before anybody is told that the server is ready. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void write() {
        if (!demonstration.isOn() || !demonstration.isNew()) {
            return;
        }
        try {
            write(clock.instant());
        } finally {
            clock.resume();
        }
        demonstration.written();
        rollouts.begin(organisation());
    }

    private void write(Instant beginning) {
        Catalogue catalogue = Catalogue.read();
        List<InventedHost> organisation = organisation();
        Conversations conversations = new Conversations(organisation);
        Map<String, List<ImagePackage>> last = new HashMap<>();
        for (int day = 0; day <= DAYS; day++) {
            if (day % 5 == 0) {
                log.info(
                        "Inventing the past of {} hosts, day {} of {}",
                        organisation.size(),
                        day,
                        DAYS);
            }
            for (InventedHost host : inOrder(organisation, day)) {
                List<ImagePackage> installed = host.installed(catalogue, day);
                boolean told = !installed.equals(last.put(host.name(), installed)) || day == DAYS;
                if (told && !host.isSilent(day)) {
                    clock.pretend(moment(beginning, secondOfDay(host, day), day));
                    reporter.report(host, installed, conversations.of(host));
                }
            }
            clock.pretend(moment(beginning, WORKING_SECONDS, day));
            handiwork.of(day);
            releases.of(day, organisation);
            rules.judge();
        }
    }

    /** As time goes by, since events are listed in the order in which they were written. */
    private static List<InventedHost> inOrder(List<InventedHost> organisation, int day) {
        return organisation.stream()
                .sorted(Comparator.comparingInt(host -> secondOfDay(host, day)))
                .toList();
    }

    private static int secondOfDay(InventedHost host, int day) {
        return host.chance("day " + day, WORKING_SECONDS);
    }

    private List<InventedHost> organisation() {
        return organisation(hosts);
    }

    /** All hosts that there are. */
    static List<InventedHost> organisation(Hosts hosts) {
        return hosts.find(HostQuery.living(MOST_HOSTS), Reach.ALL).items().stream()
                .map(Past::invented)
                .toList();
    }

    private static InventedHost invented(Host host) {
        return new InventedHost(host.name(), host.environment(), host.groups());
    }

    /** Within working hours of that day; the last report came just now. */
    private static Instant moment(Instant beginning, int secondOfDay, int day) {
        if (day == DAYS) {
            return Instant.now().minus(LAST_REPORT);
        }
        return beginning.plus(Duration.ofDays(day)).plusSeconds(secondOfDay);
    }
}
