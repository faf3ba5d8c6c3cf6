package dev.cadastre.server.estate;

import dev.cadastre.ini.Quoted;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a host is reached.
 *
 * @param kind what the text is
 * @param text an IP address in its canonical form (RFC 5952 for IPv6, without brackets), a DNS name
 *     in lower case, {@code local} or {@code none}
 */
public record HostAddress(Kind kind, String text) {
    /** The machine that the server runs on; needs no connection. */
    public static final HostAddress LOCAL = new HostAddress(Kind.LOCAL, "local");

    /** Nowhere: the server does not connect to the host, which sends its reports by itself. */
    public static final HostAddress NONE = new HostAddress(Kind.NONE, "none");

    /** What can be said about a host's place. */
    public enum Kind {
        /** The machine that the server runs on. */
        LOCAL,
        /** No connection is made. */
        NONE,
        /** An IPv4 or IPv6 address. */
        IP,
        /** A name to be resolved. */
        NAME
    }

    private static final int LONGEST_NAME = 253;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern BRACKETED = Pattern.compile("\\[(.*)]");
    private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final Pattern DNS_NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*\\.?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?\\d+\\.?");

    static Checked<HostAddress> parse(String text) {
        if (text.equals(LOCAL.text)) {
            return new Checked.Valid<>(LOCAL);
        }
        if (text.equals(NONE.text)) {
            return new Checked.Valid<>(NONE);
        }
        if (text.length() > LONGEST_NAME + 1) {
            return new Checked.Invalid<>(Quoted.of(text) + " is too long", hint(""));
        }
        String bare = BRACKETED.matcher(text).replaceFirst("$1");
        if (IPV4.matcher(bare).matches() || IPV6.matcher(bare).matches()) {
            return ip(text, bare);
        }
        return isName(text)
                ? new Checked.Valid<>(new HostAddress(Kind.NAME, normalName(text)))
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is neither an IP address nor a DNS name", hint(text));
    }

    private static Checked<HostAddress> ip(String text, String bare) {
        try {
            String canonical = CanonicalIp.of(InetAddress.ofLiteral(bare));
            return new Checked.Valid<>(new HostAddress(Kind.IP, canonical));
        } catch (IllegalArgumentException e) {
            return new Checked.Invalid<>(Quoted.of(text) + " is not an IP address", hint(text));
        }
    }

    /** An IP address as it is written everywhere, RFC 5952 for IPv6; empty if it is none. */
    public static Optional<String> canonicalIp(String text) {
        return parse(text) instanceof Checked.Valid<HostAddress>(HostAddress address)
                        && address.kind() == Kind.IP
                ? Optional.of(address.text())
                : Optional.empty();
    }

    /** A name that ends in a number is an IP address that went wrong (RFC 1123, 2.1). */
    private static boolean isName(String text) {
        return DNS_NAME.matcher(text).matches() && !ENDS_IN_NUMBER.matcher(text).matches();
    }

    private static String normalName(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return name.toLowerCase(Locale.ROOT);
    }

    private static String hint(String text) {
        if (text.contains("@")) {
            return "put the user into ssh.user";
        }
        return text.matches("[^:]+:\\d+|\\[.*]:\\d+")
                ? "put the port into ssh.port"
                : "write 10.0.0.1, fd00::1, a DNS name, local, or none if it sends its reports";
    }
}
