package dev.cadastre.server.alerting.delivering;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When whom is told of incidents.
 *
 * @param settle how long after it opened an incident is told of, so that one that turns out to be
 *     because of another is not
 * @param remind how often a team is reminded that states nothing else
 * @param escalate when others hear of what nobody looks after, for a team that states nothing else
 * @param fallback the team that is told where no other can be; null for none
 */
@ConfigurationProperties("cadastre.alerting")
record TellingProperties(
        @DefaultValue("3s") Duration settle,
        @DefaultValue("1h") Duration remind,
        @DefaultValue("15m") Duration escalate,
        @Nullable String fallback) {

    TellingProperties {
        if (settle.isNegative() || !remind.isPositive() || !escalate.isPositive()) {
            throw new IllegalArgumentException(
                    "[alerting] settle must not be negative, and remind and escalate must"
                            + " be longer than nothing");
        }
    }
}
