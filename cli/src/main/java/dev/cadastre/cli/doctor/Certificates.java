package dev.cadastre.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at a file of certificates in PEM. */
final class Certificates {

    private static final Duration SOON = Duration.ofDays(21);

    private Certificates() {}

    static List<LocalFinding> findings(Path file, Instant now) {
        List<LocalFinding> findings = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                X509Certificate certificate = (X509Certificate) one;
                Instant end = certificate.getNotAfter().toInstant();
                if (end.isBefore(now.plus(SOON))) {
                    findings.add(ending(file, certificate, end, now));
                }
            }
        } catch (AccessDeniedException e) {
            findings.add(
                    LocalFinding.warning(
                            LocalKind.CERTIFICATE_UNREADABLE,
                            file.toString(),
                            "%s, who runs this, may not read it"
                                    .formatted(System.getProperty("user.name", "Whoever"))));
        } catch (NoSuchFileException e) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.CERTIFICATE_UNREADABLE,
                            file.toString(),
                            "There is no such file"));
        } catch (IOException | CertificateException e) {
            findings.add(
                    LocalFinding.error(
                            LocalKind.CERTIFICATE_UNREADABLE,
                            file.toString(),
                            "It cannot be read: " + e.getMessage()));
        }
        return findings;
    }

    private static LocalFinding ending(
            Path file, X509Certificate certificate, Instant end, Instant now) {
        boolean ended = end.isBefore(now);
        return new LocalFinding(
                LocalKind.CERTIFICATE_ENDING,
                ended,
                file.toString(),
                "%s %s at %s"
                        .formatted(
                                certificate.getSubjectX500Principal().getName(),
                                ended ? "ended" : "ends",
                                end));
    }
}
