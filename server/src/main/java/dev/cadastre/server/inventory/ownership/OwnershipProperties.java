package dev.cadastre.server.inventory.ownership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hosts are asked about files.
 *
 * @param atOnce how many hosts are asked at the same time, over all questions
 * @param limit the longest that one host may take
 */
@ConfigurationProperties("cadastre.ownership")
record OwnershipProperties(@DefaultValue("50") int atOnce, @DefaultValue("30s") Duration limit) {

    OwnershipProperties {
        if (atOnce < 1 || limit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "[ownership] at-once must be 1 or more, limit 1s or longer");
        }
    }
}
