package dev.cadastre.server.dispatch.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Whose word is taken for who other servers are. Thread-safe.
 *
 * @param manager judges certificates
 * @param tls speaks TLS by its judgement
 */
@NamedInterface("outgoing")
public record Authorities(X509TrustManager manager, SSLContext tls) {

    /** Those that this machine's Java knows. */
    public static Authorities ofMachine() {
        return of(null);
    }

    /** Those of a store, and no others. */
    public static Authorities only(KeyStore store) {
        return of(store);
    }

    /**
     * Those that this machine's Java knows, and those of a file.
     *
     * @param file certificates in PEM
     * @throws IOException if it cannot be read, or does not hold that
     */
    public static Authorities ofMachineAnd(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate known : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("known-" + number++, known);
            }
            for (Certificate added :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("added-" + number++, added);
            }
            return of(store);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold certificates: " + e.getMessage(), e);
        }
    }

    private static Authorities of(@Nullable KeyStore store) {
        try {
            X509TrustManager manager = manager(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {manager}, null);
            return new Authorities(manager, tls);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java's authorities cannot be read", e);
        }
    }

    /** By a store; by what this machine's Java knows if there is none. */
    private static X509TrustManager manager(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This Java trusts nobody"));
    }
}
