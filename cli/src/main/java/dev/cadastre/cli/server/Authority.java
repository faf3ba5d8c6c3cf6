package dev.cadastre.cli.server;

import dev.cadastre.cli.server.Failure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Those who are believed when they vouch for a server, in place of the ones that Java knows.
 *
 * @param file their certificates, in PEM; read when a server is connected to
 */
record Authority(Path file) {

    /** What a connection takes to believe them. */
    SSLContext context() {
        try {
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate each :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    believed.setCertificateEntry(String.valueOf(believed.size()), each);
                }
            }
            if (believed.size() == 0) {
                throw new CertificateException("there is no certificate in it");
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    Kind.USAGE,
                    "Cannot use the file " + file + " of CADASTRE_CA: " + e.getMessage(),
                    e,
                    "It is to hold certificates in PEM, and be readable for you.");
        }
    }
}
