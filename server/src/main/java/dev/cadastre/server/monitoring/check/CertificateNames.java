package dev.cadastre.server.monitoring.check;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * For whom a certificate is, by its subjectAltName alone: browsers have not looked at the common
 * name for years (RFC 6125, RFC 9525).
 *
 * @param names of hosts, the first label may be {@code *}
 * @param addresses as they are written
 */
record CertificateNames(List<String> names, List<String> addresses) {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    CertificateNames {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }

    static CertificateNames of(X509Certificate certificate) {
        return new CertificateNames(of(certificate, DNS), of(certificate, ADDRESS));
    }

    private static List<String> of(X509Certificate certificate, int type) {
        try {
            Collection<List<?>> all =
                    Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
            return all.stream()
                    .filter(name -> Objects.equals(name.get(0), type))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** Whether it is for a host of this name or address. */
    boolean include(String host) {
        if (SecuredSocket.isAddress(host)) {
            InetAddress wanted = InetAddress.ofLiteral(host);
            return addresses.stream()
                    .filter(SecuredSocket::isAddress)
                    .anyMatch(address -> InetAddress.ofLiteral(address).equals(wanted));
        }
        String wanted = fold(host);
        return names.stream().map(CertificateNames::fold).anyMatch(n -> isFor(n, wanted));
    }

    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean isFor(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        // A star for a whole top-level domain is nobody's.
        return dot > 0 && name.indexOf('.', 2) > 0 && host.substring(dot).equals(name.substring(1));
    }

    /** For people. */
    @Override
    public String toString() {
        if (names.isEmpty() && addresses.isEmpty()) {
            return "nobody by its subjectAltName";
        }
        List<String> all = Stream.concat(names.stream(), addresses.stream()).toList();
        String first = String.join(", ", all.subList(0, Math.min(5, all.size())));
        return all.size() > 5 ? first + " and " + (all.size() - 5) + " more" : first;
    }
}
