package dev.cadastre.server.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jsonstats servers are asked.
 *
 * @param interval how long between two times that one is asked
 * @param atOnce how many are asked at the same time; apart from those that are collected
 * @param limit the longest that one answer may take, from the look-up of the name to its last byte
 * @param answerLimit the most bytes that an answer may have
 * @param scheduled whether they are asked by themselves
 */
@ConfigurationProperties("cadastre.jsonstats")
record JsonstatsProperties(
        @DefaultValue("5m") Duration interval,
        @DefaultValue("20") int atOnce,
        @DefaultValue("20s") Duration limit,
        @DefaultValue("4194304") int answerLimit,
        @DefaultValue("true") boolean scheduled) {

    JsonstatsProperties {
        if (interval.compareTo(Duration.ofSeconds(10)) < 0
                || atOnce < 1
                || !limit.isPositive()
                || answerLimit < 1) {
            throw new IllegalArgumentException(
                    "[jsonstats] interval must be 10s or longer, the others 1 or more");
        }
    }
}
