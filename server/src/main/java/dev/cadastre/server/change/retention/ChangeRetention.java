package dev.cadastre.server.change.retention;

import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Forgets plans and revisions of apps that nobody started, archives that no run is of, and what
 * jobs of old runs printed. Some are forgotten at a time, each time in a transaction of its own, so
 * that nobody waits for long.
 */
@Service
class ChangeRetention implements RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(ChangeRetention.class);
    private static final int AT_ONCE = 20;

    /** Whoever has sent a change plans it next, and starts that. */
    private static final Duration AT_WORK = Duration.ofHours(1);

    private final ChangeRemoval removal;
    private final Apps apps;
    private final ChangeRetentionProperties properties;
    private final Clock clock;

    ChangeRetention(
            ChangeRemoval removal, Apps apps, ChangeRetentionProperties properties, Clock clock) {
        this.removal = removal;
        this.apps = apps;
        this.properties = properties;
        this.clock = clock;
    }

    /** Forgets what is due. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT30M")
    void run() {
        Instant now = clock.instant();
        Instant limit = now.minus(properties.keepPlans());
        int plans = removal.forgetPlans(limit);
        int revisions = apps.forgetPlanned(limit);
        int archives = 0;
        for (int some = AT_ONCE; some == AT_ONCE; archives += some) {
            some = removal.forgetArchives(limit, AT_ONCE);
        }
        long most = properties.archives().toBytes();
        boolean isFull = removal.archiveBytes() > most;
        while (isFull && removal.forgetArchives(now.minus(AT_WORK), 1) > 0) {
            archives++;
            isFull = removal.archiveBytes() > most;
        }
        if (isFull) {
            log.warn(
                    "Archives of changes have more than cadastre.change.archives={}, and runs are"
                            + " of all of them",
                    properties.archives());
        }
        int runs = 0;
        for (int some = AT_ONCE; some == AT_ONCE; runs += some) {
            some = removal.forgetOutput(now.minus(properties.keepOutput()), AT_ONCE);
        }
        log.debug(
                "Deleted {} plans, {} revisions, {} archives and the output of {} runs",
                plans,
                revisions,
                archives,
                runs);
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept("plans that nobody started", properties.keepPlans()),
                new Kept("what jobs of runs printed", properties.keepOutput()));
    }
}
