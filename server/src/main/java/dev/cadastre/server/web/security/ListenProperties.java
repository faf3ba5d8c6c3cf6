package dev.cadastre.server.web.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server listens, and to whom.
 *
 * @param listen the address to listen on; any but loopback wants TLS
 * @param hosts further names by which browsers may address the server; the first is its public one
 * @param proxies IP addresses of the proxies before the server, which alone are believed whom they
 *     ask for, and whether they were asked by TLS
 * @param url what the addresses of its pages begin with for people; null if that is where it
 *     listens
 * @param anonymousRead whether reading is open to anyone
 * @param tls how to speak TLS; null for not at all
 */
@ConfigurationProperties("cadastre")
record ListenProperties(
        @DefaultValue("127.0.0.1") String listen,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> proxies,
        @Nullable URI url,
        @DefaultValue("false") boolean anonymousRead,
        @Nullable Tls tls) {

    /** Whether people reach the server by TLS: its own, or that of a proxy. */
    boolean isReachedByTls() {
        return tls != null
                || (!proxies.isEmpty() && url != null && "https".equalsIgnoreCase(url.getScheme()));
    }

    /**
     * Files in PEM.
     *
     * @param certificate the server's certificate, followed by those of its issuers
     * @param key its private key
     */
    record Tls(@Nullable String certificate, @Nullable String key) {}
}
