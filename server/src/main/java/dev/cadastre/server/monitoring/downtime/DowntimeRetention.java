package dev.cadastre.server.monitoring.downtime;

import dev.cadastre.server.monitoring.keeping.KeepingProperties;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets downtimes that ended longer ago than they are to be kept. */
@Component
class DowntimeRetention implements RetentionJob {

    private final Downtimes downtimes;
    private final KeepingProperties properties;
    private final Clock clock;

    DowntimeRetention(Downtimes downtimes, KeepingProperties properties, Clock clock) {
        this.downtimes = downtimes;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT1H")
    void run() {
        downtimes.forget(clock.instant().minus(properties.keepState()));
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept("downtimes that are over", properties.keepState()));
    }
}
