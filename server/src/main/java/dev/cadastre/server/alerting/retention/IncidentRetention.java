package dev.cadastre.server.alerting.retention;

import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Forgets incidents and silences that were over longer ago than they are to be kept. Some are
 * forgotten at a time, each time in a transaction of its own, so that nobody waits for long.
 */
@Service
class IncidentRetention implements RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(IncidentRetention.class);
    private static final int AT_ONCE = 100;

    private final IncidentRemoval removal;
    private final RetentionProperties properties;
    private final Silences silences;
    private final Monitors monitors;
    private final Clock clock;

    IncidentRetention(
            IncidentRemoval removal,
            RetentionProperties properties,
            Silences silences,
            Monitors monitors,
            Clock clock) {
        this.removal = removal;
        this.properties = properties;
        this.silences = silences;
        this.monitors = monitors;
        this.clock = clock;
    }

    /** Forgets what is due. */
    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT1H")
    void run() {
        Instant now = clock.instant();
        Set<String> failing = failing();
        int incidents = 0;
        for (String environment : removal.environments()) {
            incidents +=
                    forget(environment, now.minus(properties.keepIncidents(environment)), failing);
        }
        Instant limit = now.minus(properties.keepIncidents());
        int quiet = silences.forget(limit);
        removal.forgetAddresses(limit);
        log.debug("Deleted {} incidents and {} silences that were over", incidents, quiet);
    }

    @Override
    public List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept("incidents and silences that are over", properties.keepIncidents()));
        properties.environments().keySet().stream()
                .sorted()
                .forEach(environment ->
                        kept.add(
                                new Kept(
                                        "incidents in " + environment,
                                        properties.keepIncidents(environment))));
        return kept;
    }

    /** One that others were merged into is due once they are gone, thus it looks again. */
    private int forget(String environment, Instant limit, Set<String> failing) {
        int all = 0;
        int some = removal.forget(environment, limit, failing, AT_ONCE);
        while (some > 0) {
            all += some;
            some = removal.forget(environment, limit, failing, AT_ONCE);
        }
        return all;
    }

    private Set<String> failing() {
        return monitors.all()
                .filter(one -> fails(one.standing()))
                .map(one -> Change.key(one.row().id()))
                .collect(Collectors.toSet());
    }

    private static boolean fails(Standing standing) {
        return standing.hard().isProblem() || standing.flapping().flaps();
    }
}
