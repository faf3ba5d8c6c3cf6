package dev.cadastre.server.alerting.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose word the server takes for who other servers are.
 *
 * @param manager judges certificates
 * @param context speaks TLS by its judgement
 */
record Trust(X509TrustManager manager, SSLContext context) {

    /**
     * The authorities that this machine's Java knows, and those of a file.
     *
     * @param more certificates in PEM; null for none
     * @throws IllegalStateException if the file cannot be read
     */
    static Trust of(@Nullable Path more) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate known : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("known-" + number++, known);
            }
            for (Certificate added : ofFile(more)) {
                store.setCertificateEntry("added-" + number++, added);
            }
            X509TrustManager manager = manager(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Trust(manager, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "cadastre.alerting.authorities = %s cannot be used: %s"
                            .formatted(more, e.getMessage()),
                    e);
        }
    }

    /** The authorities of a store; those that this machine's Java knows if there is none. */
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

    private static Collection<? extends Certificate> ofFile(@Nullable Path file)
            throws GeneralSecurityException, IOException {
        if (file == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}
