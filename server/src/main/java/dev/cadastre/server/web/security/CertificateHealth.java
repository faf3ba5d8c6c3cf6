package dev.cadastre.server.web.security;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether browsers will go on to trust the server. */
@Component
class CertificateHealth implements Examination {

    private static final Duration SOON = Duration.ofDays(21);

    private final ListenProperties properties;
    private final Clock clock;

    CertificateHealth(ListenProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        ListenProperties.Tls tls = properties.tls();
        return tls == null || tls.certificate() == null
                ? List.of()
                : read(tls.certificate(), clock.instant());
    }

    /** The findings of a file in PEM, issuers included. */
    static List<Finding> read(String file, Instant now) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .flatMap(one ->
                            findings(
                                    file,
                                    one.getSubjectX500Principal().getName(),
                                    one.getNotAfter().toInstant(),
                                    now)
                                    .stream())
                    .toList();
        } catch (IOException | CertificateException e) {
            return List.of(
                    Finding.error(
                            FindingKind.CERTIFICATE_UNREADABLE,
                            file,
                            "It cannot be read: " + e.getMessage()));
        }
    }

    /** Pure. */
    static List<Finding> findings(String file, String name, Instant end, Instant now) {
        if (end.isAfter(now.plus(SOON))) {
            return List.of();
        }
        return List.of(
                end.isAfter(now)
                        ? Finding.warning(
                                FindingKind.CERTIFICATE_ENDING, file, name + " ends at " + end)
                        : Finding.error(
                                FindingKind.CERTIFICATE_ENDING, file, name + " ended at " + end));
    }
}
