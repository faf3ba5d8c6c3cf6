package dev.cadastre.server.monitoring.downtime;

import dev.cadastre.server.monitoring.keeping.KeepingProperties;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets downtimes that ended longer ago than they are to be kept. */
@Component
class DowntimeRetention {

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
}
