package dev.cadastre.server.monitoring.series.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where values are written to.
 *
 * @param url of remote write, such as {@code https://mimir.example/api/v1/push}
 * @param authorization the header of each request; none if the store wants none
 */
public record RemoteStore(URI url, Optional<String> authorization) {

    /** Refuses what is no address of a web server. */
    public RemoteStore {
        if (url.getHost() == null
                || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "[series] remote-url must be an http or https URL without a user");
        }
    }

    /** With a user's password, or a bearer's token if there is no user. */
    public static RemoteStore with(URI url, Optional<String> user, String secret) {
        String header =
                user.map(name -> "Basic " + base64(name + ":" + secret)).orElse("Bearer " + secret);
        return new RemoteStore(url, Optional.of(header));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return url.toString();
    }
}
