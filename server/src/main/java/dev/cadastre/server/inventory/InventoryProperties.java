package dev.cadastre.server.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often hosts are collected and how long history is kept.
 *
 * @param interval between two collections of a host
 * @param keepState how long ended state is kept
 * @param keepConnections how long connections are kept after they were last seen
 */
@ConfigurationProperties("cadastre.inventory")
record InventoryProperties(
        @DefaultValue("5m") Duration interval,
        @DefaultValue("400d") Duration keepState,
        @DefaultValue("90d") Duration keepConnections) {

    private static final int INTERVALS_UNTIL_STALE = 3;

    /** Refuses what would forget everything at once. */
    InventoryProperties {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "cadastre.inventory.interval is " + interval + " and has to be positive");
        }
        if (keepState.compareTo(Duration.ofDays(1)) < 0
                || keepConnections.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "cadastre.inventory.keep-state and keep-connections are a day at least");
        }
    }

    Duration staleAfter() {
        return interval.multipliedBy(INTERVALS_UNTIL_STALE);
    }
}
