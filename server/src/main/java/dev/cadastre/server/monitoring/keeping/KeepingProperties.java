package dev.cadastre.server.monitoring.keeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is known what was thought of monitors.
 *
 * @param keepState how long that is kept after something else was thought, and downtimes after they
 *     ended
 */
@ConfigurationProperties("cadastre.monitoring")
public record KeepingProperties(@DefaultValue("400d") Duration keepState) {

    /** Refuses what would forget everything at once. */
    public KeepingProperties {
        if (keepState.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "[monitoring] keep-state is a day at least, and this is " + keepState);
        }
    }
}
