package dev.cadastre.cli.server;

import dev.cadastre.cli.server.Failure.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Reads the URL of a server as a person writes it. */
public final class ServerUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int MOST_PORT = 0xFFFF;

    private ServerUrl() {}

    /**
     * Scheme, host and port, without a slash at the end. Without encryption only this machine is
     * accepted, as the token would travel in clear.
     */
    public static URI parse(String text) {
        URI url = uri(text.replaceFirst("/+$", ""));
        String scheme = url.getScheme();
        boolean encrypted = "https".equals(scheme);
        if ((!encrypted && !"http".equals(scheme))
                || url.getHost() == null
                || url.getPort() > MOST_PORT) {
            throw new Failure(
                    Kind.USAGE,
                    "'" + text + "' is not the URL of a server",
                    "Write it like https://cadastre.example.com or http://localhost:7780.");
        }
        if (!encrypted && !LOOPBACK.contains(url.getHost())) {
            throw new Failure(
                    Kind.USAGE,
                    "The token would travel to " + url.getHost() + " in clear",
                    "Use https, or a tunnel: ssh -L 7780:localhost:7780 " + url.getHost());
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Failure(
                    Kind.USAGE,
                    "'" + text + "' is not a URL: " + e.getReason(),
                    e,
                    "Write it like https://cadastre.example.com.");
        }
    }
}
