package dev.cadastre.server.inventory.upgrade;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hosts are asked what their repositories offer.
 *
 * @param atOnce how many hosts are asked at the same time, over all questions
 * @param limit the longest that one host may take
 */
@ConfigurationProperties("cadastre.upgrades")
record UpgradeProperties(@DefaultValue("20") int atOnce, @DefaultValue("90s") Duration limit) {

    UpgradeProperties {
        if (atOnce < 1 || limit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "cadastre.upgrades.at-once must be 1 or more, limit 1s or longer");
        }
    }
}
