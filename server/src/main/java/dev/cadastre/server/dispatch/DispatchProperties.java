package dev.cadastre.server.dispatch;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hosts are reached.
 *
 * @param keepIdle how long a connection is kept unused; longer than the usual interval between two
 *     collections, so that each finds one. Zero keeps none
 * @param allowedAddresses IP addresses that are asked by HTTP although nobody's host is there, such
 *     as a cloud's own
 */
@ConfigurationProperties("cadastre.dispatch")
record DispatchProperties(
        @DefaultValue("12m") Duration keepIdle, @DefaultValue Set<String> allowedAddresses) {

    DispatchProperties {
        allowedAddresses = Set.copyOf(allowedAddresses);
        if (keepIdle.isNegative()) {
            throw new IllegalArgumentException("[dispatch] keep-idle must not be negative");
        }
    }
}
