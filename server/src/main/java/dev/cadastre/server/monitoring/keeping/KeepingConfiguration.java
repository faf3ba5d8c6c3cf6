package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.storage.Intervals;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes room for the months to come. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {

    private final Intervals intervals;

    KeepingConfiguration(Intervals intervals) {
        this.intervals = intervals;
        intervals.prepare(StateTable.NAME);
    }

    @Scheduled(cron = "0 47 4 * * *")
    void prepare() {
        intervals.prepare(StateTable.NAME);
    }
}
