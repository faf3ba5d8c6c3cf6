package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes room for the months to come, and forgets those that are not kept any longer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeepingProperties.class)
class KeepingConfiguration implements RetentionJob {

    private final Intervals intervals;
    private final KeepingProperties properties;
    private final Clock clock;

    KeepingConfiguration(Intervals intervals, KeepingProperties properties, Clock clock) {
        this.intervals = intervals;
        this.properties = properties;
        this.clock = clock;
        intervals.prepare(StateTable.NAME);
    }

    @Scheduled(cron = "0 47 4 * * *")
    void run() {
        intervals.prepare(StateTable.NAME);
        intervals.dropBefore(StateTable.NAME, clock.instant().minus(properties.keepState()));
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept("past states of monitors", properties.keepState()));
    }
}
