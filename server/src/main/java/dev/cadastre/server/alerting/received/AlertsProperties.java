package dev.cadastre.server.alerting.received;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts of other systems are taken.
 *
 * @param resolveTimeout how long an alert lasts that does not say when it ends and is not sent
 *     again
 * @param most how many there may be at the same time
 */
@ConfigurationProperties("cadastre.alerting.alerts")
public record AlertsProperties(
        @DefaultValue("5m") Duration resolveTimeout, @DefaultValue("10000") int most) {

    /** Refuses what could never take anything. */
    public AlertsProperties {
        if (!resolveTimeout.isPositive() || most < 1) {
            throw new IllegalArgumentException(
                    "[alerts] resolve-timeout must be longer than nothing, and"
                            + " most at least 1");
        }
    }
}
