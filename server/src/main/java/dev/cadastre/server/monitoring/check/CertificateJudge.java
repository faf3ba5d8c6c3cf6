package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what is wrong with a server's certificates, each fault in words of its own.
 *
 * @param faults nothing if somebody known vouches for the server now
 * @param days until the first of them expires; below zero once it has
 * @param summary whose it is, who signed it, and until when it is valid
 */
record CertificateJudge(List<String> faults, double days, String summary) {

    /** As it is called where the way of exchanging keys says nothing of the certificate. */
    private static final String ANY_KEY_EXCHANGE = "UNKNOWN";

    private static final double SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    CertificateJudge {
        faults = List.copyOf(faults);
    }

    /**
     * Judges a chain.
     *
     * @param chain the server's own certificate first
     * @param host for whom it should be
     */
    static CertificateJudge judge(
            List<X509Certificate> chain, String host, Instant now, Authorities authorities) {
        X509Certificate own = chain.getFirst();
        List<String> faults = new ArrayList<>();
        chain.forEach(certificate -> dates(certificate, now).ifPresent(faults::add));
        boolean dated = !faults.isEmpty();
        CertificateNames names = CertificateNames.of(own);
        if (!names.include(host)) {
            faults.add("the certificate is for " + names + " and not for " + host);
        }
        if (isSelfSigned(own) && doubt(chain, authorities).isPresent()) {
            faults.add("the certificate is self-signed: nobody vouches for " + subject(own));
        } else if (!dated) {
            doubt(chain, authorities).map(why -> untrusted(chain, why)).ifPresent(faults::add);
        }
        Instant end = end(chain);
        double days = Duration.between(now, end).toSeconds() / SECONDS_A_DAY;
        String summary =
                "%s, signed by %s, valid until %s"
                        .formatted(subject(own), issuer(own), DAY.format(end));
        return new CertificateJudge(faults, Math.round(days * 10) / 10.0, summary);
    }

    /** Why nobody known vouches for the first certificate of a chain; empty if somebody does. */
    private static Optional<String> doubt(List<X509Certificate> chain, Authorities authorities) {
        try {
            authorities
                    .manager()
                    .checkServerTrusted(chain.toArray(new X509Certificate[0]), ANY_KEY_EXCHANGE);
            return Optional.empty();
        } catch (CertificateException e) {
            Throwable cause = e;
            for (Throwable deeper = e.getCause(); deeper != null; deeper = deeper.getCause()) {
                cause = deeper;
            }
            return Optional.of(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        }
    }

    private static Instant end(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Optional<String> dates(X509Certificate certificate, Instant now) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        String whose = "the certificate of " + subject(certificate);
        if (now.isAfter(end)) {
            return Optional.of(whose + " has expired on " + DAY.format(end));
        }
        return now.isBefore(start)
                ? Optional.of(whose + " is not valid before " + DAY.format(start))
                : Optional.empty();
    }

    private static String untrusted(List<X509Certificate> chain, String why) {
        X509Certificate last = chain.getLast();
        if (isSelfSigned(last)) {
            return "the authority " + subject(last) + " is not known here";
        }
        String missing =
                chain.size() == 1
                        ? ", and the server sends no certificate between"
                        : ", with which the server's chain ends";
        return why.contains("unable to find valid certification path")
                ? "the authority " + issuer(last) + " is not known here" + missing
                : "the certificate is not trusted: " + why;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String subject(X509Certificate certificate) {
        return Shown.cut(certificate.getSubjectX500Principal().getName(), 200);
    }

    private static String issuer(X509Certificate certificate) {
        return Shown.cut(certificate.getIssuerX500Principal().getName(), 200);
    }
}
