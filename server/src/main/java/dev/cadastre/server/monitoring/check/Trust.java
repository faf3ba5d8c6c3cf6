package dev.cadastre.server.monitoring.check;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Knows which authorities vouch for certificates here. */
final class Trust {

    /** As it is called where the way of exchanging keys says nothing of the certificate. */
    private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    private final X509TrustManager authorities;

    private Trust(X509TrustManager authorities) {
        this.authorities = authorities;
    }

    /** The authorities that this machine's Java knows. */
    static Trust ofMachine() {
        return of(null);
    }

    /** The authorities of a store; those of this machine's Java if there is none. */
    static Trust of(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .flatMap(manager ->
                            manager instanceof X509TrustManager x509
                                    ? Stream.of(x509)
                                    : Stream.empty())
                    .findFirst()
                    .map(Trust::new)
                    .orElseThrow(() -> new IllegalStateException("This Java trusts nobody"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java's authorities cannot be read", e);
        }
    }

    /** Why nobody known vouches for the first certificate of a chain; empty if somebody does. */
    Optional<String> doubt(List<X509Certificate> chain) {
        try {
            authorities.checkServerTrusted(chain.toArray(new X509Certificate[0]), ANY_KEY_EXCHANGE);
            return Optional.empty();
        } catch (CertificateException e) {
            Throwable cause = e;
            for (Throwable deeper = e.getCause(); deeper != null; deeper = deeper.getCause()) {
                cause = deeper;
            }
            return Optional.of(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        }
    }
}
