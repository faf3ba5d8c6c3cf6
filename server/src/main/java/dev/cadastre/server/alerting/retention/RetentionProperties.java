package dev.cadastre.server.alerting.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is known what was broken.
 *
 * @param keepIncidents how long incidents are kept after they are over, with all that was said and
 *     told of them; so long silences and what came of attempts at addresses, too
 * @param environments what single environments keep otherwise, by name
 */
@ConfigurationProperties("cadastre.alerting")
record RetentionProperties(
        @DefaultValue("400d") Duration keepIncidents,
        @DefaultValue Map<String, Kept> environments) {

    /**
     * What one environment keeps otherwise.
     *
     * @param keepIncidents null as everywhere
     */
    record Kept(@Nullable Duration keepIncidents) {

        private static final Kept AS_EVERYWHERE = new Kept(null);

        /** Refuses what would forget everything at once. */
        Kept {
            atLeastADay(keepIncidents);
        }
    }

    /** Refuses what would forget everything at once. */
    RetentionProperties {
        atLeastADay(keepIncidents);
        environments = Map.copyOf(environments);
    }

    private static void atLeastADay(@Nullable Duration kept) {
        if (kept != null && kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "cadastre.alerting keeps incidents for a day at least, and this is " + kept);
        }
    }

    Duration keepIncidents(String environment) {
        return Objects.requireNonNullElse(
                environments.getOrDefault(environment, Kept.AS_EVERYWHERE).keepIncidents(),
                keepIncidents);
    }
}
