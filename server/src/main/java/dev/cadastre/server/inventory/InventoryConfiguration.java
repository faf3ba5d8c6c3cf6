package dev.cadastre.server.inventory;

import dev.cadastre.probe.UnderstoodLines;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.storage.Partitions;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    InventoryProperties.class,
    CollectionProperties.class,
    JsonstatsProperties.class
})
class InventoryConfiguration {

    private static final String BREACHES = "inventory.breach";
    static final String PACKAGES = "inventory.host_packages";

    /** The tables of intervals. */
    static final List<String> STATES =
            List.of(
                    HostHistory.TABLE,
                    StateDomain.FACTS.table(),
                    StateDomain.SERVICES.table(),
                    StateDomain.DAEMONS.table(),
                    StateDomain.RUNTIMES.table(),
                    SbomTable.TABLE,
                    BREACHES);

    InventoryConfiguration(Intervals intervals, Partitions partitions) {
        STATES.forEach(intervals::prepare);
        partitions.ensureAroundNow(PACKAGES);
    }

    /** What reports of all ways to get here have in common. */
    @Bean
    static UnderstoodLines understoodLines() {
        return new UnderstoodLines();
    }
}
