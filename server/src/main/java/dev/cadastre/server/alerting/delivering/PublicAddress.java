package dev.cadastre.server.alerting.delivering;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people reach this server.
 *
 * @param url what the addresses of its pages begin with, for links in what is sent; null for no
 *     links
 */
@ConfigurationProperties("cadastre")
record PublicAddress(@Nullable URI url) {

    PublicAddress {
        if (url != null
                && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "[server] url must be how people reach the server, such as"
                            + " https://cadastre.example.com");
        }
    }

    /** Where an incident is shown. */
    @Nullable URI ofIncident(long incident) {
        return url == null
                ? null
                : URI.create(
                        url.toASCIIString().replaceFirst("/+$", "") + "/incidents/" + incident);
    }
}
