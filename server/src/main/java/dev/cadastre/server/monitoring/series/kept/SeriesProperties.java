package dev.cadastre.server.monitoring.series.kept;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How values over time are kept.
 *
 * @param flush how often what was told is made to reach the disk, which is all that a failure of
 *     the machine may cost
 * @param gather how long values wait in memory and journal to be written to their files together
 * @param queue how many results may come at once
 * @param remote a store that gets them, too
 */
@ConfigurationProperties("cadastre.series")
record SeriesProperties(
        @DefaultValue("10s") Duration flush,
        @DefaultValue("5m") Duration gather,
        @DefaultValue("100000") int queue,
        @DefaultValue Remote remote) {

    /**
     * A Prometheus-compatible store.
     *
     * @param url of its remote write; null if there is none
     * @param user whose password the secret is; null if it is a bearer's token
     * @param secret the name of the variable CADASTRE_SECRET_… that holds it; null if there is none
     */
    record Remote(@Nullable URI url, @Nullable String user, @Nullable String secret) {}

    SeriesProperties {
        requirePositive("flush", flush);
        requirePositive("gather", gather);
        if (queue < 1) {
            throw new IllegalArgumentException("[series] queue must be positive");
        }
        if (remote.user() != null && remote.secret() == null) {
            throw new IllegalArgumentException(
                    "[series] remote-user needs [series] remote-secret-name, the name of a"
                            + " variable CADASTRE_SECRET_… without that beginning");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException("[series] " + name + " must be positive");
        }
    }
}
