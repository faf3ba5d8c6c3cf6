package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageSets;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.storage.Partitions;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Forgets what is older than it is to be kept, each day: whole months where no environment wants
 * them any longer, and row by row where one keeps less than the others. Each step is committed on
 * its own, so that none holds up reports for long. Thread-safe.
 */
@Service
public class Retention implements RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RetentionTable table;
    private final InventoryProperties properties;
    private final Intervals intervals;
    private final Partitions partitions;
    private final PackageSets sets;
    private final PackageDictionary dictionary;
    private final HoldingsReader holdings;
    private final Clock clock;

    Retention(
            RetentionTable table,
            InventoryProperties properties,
            Intervals intervals,
            Partitions partitions,
            PackageSets sets,
            PackageDictionary dictionary,
            HoldingsReader holdings,
            Clock clock) {
        this.table = table;
        this.properties = properties;
        this.intervals = intervals;
        this.partitions = partitions;
        this.sets = sets;
        this.dictionary = dictionary;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** Makes room for the months to come and forgets what is due. */
    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT1H")
    public void run() {
        Instant now = clock.instant();
        List<String> environments = table.environments();
        Duration longest =
                environments.stream()
                        .map(properties::keepState)
                        .max(Duration::compareTo)
                        .orElseGet(properties::keepState);
        for (String state : InventoryConfiguration.STATES) {
            intervals.prepare(state);
            intervals.dropBefore(state, now.minus(longest));
        }
        partitions.ensureAroundNow(InventoryConfiguration.PACKAGES);
        partitions.dropBefore(InventoryConfiguration.PACKAGES, now.minus(longest));
        holdings.forgetBefore(now.minus(longest));
        environments.forEach(environment -> forget(environment, longest, now));
        int unused = sets.deleteUnused();
        int packages = dictionary.forgetUnused();
        log.debug(
                "Deleted {} packages and {} sets of them that no host has any longer",
                packages,
                unused);
    }

    @Override
    public List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept("state of hosts that has ended", properties.keepState()));
        kept.add(new Kept("connections, after they were last seen", properties.keepConnections()));
        properties.environments().keySet().stream()
                .sorted()
                .forEach(environment -> {
                    kept.add(
                            new Kept(
                                    "state of hosts in " + environment,
                                    properties.keepState(environment)));
                    kept.add(
                            new Kept(
                                    "connections in " + environment,
                                    properties.keepConnections(environment)));
                });
        return kept;
    }

    private void forget(String environment, Duration longest, Instant now) {
        table.forgetConnections(environment, now.minus(properties.keepConnections(environment)));
        Duration kept = properties.keepState(environment);
        if (kept.compareTo(longest) < 0) {
            Instant limit = now.minus(kept);
            InventoryConfiguration.STATES.forEach(
                    state -> table.forgetState(state, environment, limit));
            table.forgetPackages(environment, limit);
        }
    }
}
