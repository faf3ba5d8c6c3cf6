package dev.cadastre.server.inventory;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long history is kept.
 *
 * @param keepState how long ended state is kept
 * @param keepConnections how long connections are kept after they were last seen
 * @param environments what single environments keep otherwise, by name
 */
@ConfigurationProperties("cadastre.inventory")
record InventoryProperties(
        @DefaultValue("400d") Duration keepState,
        @DefaultValue("90d") Duration keepConnections,
        @DefaultValue Map<String, Kept> environments) {

    /**
     * What one environment keeps otherwise.
     *
     * @param keepState null as everywhere
     * @param keepConnections null as everywhere
     */
    record Kept(@Nullable Duration keepState, @Nullable Duration keepConnections) {

        private static final Kept AS_EVERYWHERE = new Kept(null, null);

        /** Refuses what would forget everything at once. */
        Kept {
            atLeastADay(keepState);
            atLeastADay(keepConnections);
        }
    }

    /** Refuses what would forget everything at once. */
    InventoryProperties {
        atLeastADay(keepState);
        atLeastADay(keepConnections);
        environments = Map.copyOf(environments);
    }

    private static void atLeastADay(@Nullable Duration kept) {
        if (kept != null && kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "cadastre.inventory keeps things for a day at least, and this is " + kept);
        }
    }

    Duration keepState(String environment) {
        return Objects.requireNonNullElse(kept(environment).keepState(), keepState);
    }

    Duration keepConnections(String environment) {
        return Objects.requireNonNullElse(kept(environment).keepConnections(), keepConnections);
    }

    private Kept kept(String environment) {
        return environments.getOrDefault(environment, Kept.AS_EVERYWHERE);
    }
}
