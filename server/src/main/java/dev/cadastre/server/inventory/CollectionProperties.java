package dev.cadastre.server.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hosts are collected.
 *
 * @param interval how long between two collections of a host, as long as this server keeps up
 * @param atOnce how many hosts are collected at the same time
 * @param limit the longest that one collection may take
 * @param reportLimit the most bytes that a report may have
 * @param thisMachine whether the server's own machine is a host although nobody states it
 * @param scheduled whether hosts are collected by themselves; otherwise only on demand
 */
@ConfigurationProperties("cadastre.collection")
record CollectionProperties(
        @DefaultValue("5m") Duration interval,
        @DefaultValue("50") int atOnce,
        @DefaultValue("90s") Duration limit,
        @DefaultValue("33554432") int reportLimit,
        @DefaultValue("true") boolean thisMachine,
        @DefaultValue("true") boolean scheduled) {

    CollectionProperties {
        if (interval.compareTo(Duration.ofSeconds(10)) < 0 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "[collection] interval must be 10s or longer, at-once 1 or more");
        }
    }
}
