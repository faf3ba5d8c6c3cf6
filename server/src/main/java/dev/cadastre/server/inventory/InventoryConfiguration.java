package dev.cadastre.server.inventory;

import dev.cadastre.server.storage.Intervals;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InventoryProperties.class)
class InventoryConfiguration {

    /** Every table that is partitioned by the end of what it holds. */
    static final List<String> HISTORIES =
            List.of(
                    HostHistory.TABLE,
                    StateDomain.FACTS.table(),
                    StateDomain.SERVICES.table(),
                    StateDomain.DAEMONS.table(),
                    StateDomain.RUNTIMES.table(),
                    "inventory.host_packages");

    InventoryConfiguration(Intervals intervals) {
        HISTORIES.forEach(intervals::prepare);
    }
}
