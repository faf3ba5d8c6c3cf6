package dev.cadastre.ssh;

import java.util.Locale;

/**
 * A host name or IP literal with a TCP port. IPv6 literals are held without brackets; names are
 * held in lower case, as host keys are looked up by them.
 */
public record HostAddress(String host, int port) {
    /** The port that sshd listens on unless told otherwise. */
    public static final int DEFAULT_PORT = 22;

    private static final int GREATEST_PORT = 65535;

    /**
     * Holds a name or literal, brackets around it removed.
     *
     * @throws IllegalArgumentException if the host is empty or has characters no name or literal
     *     has, or the port is not 1-65535
     */
    public HostAddress {
        host = withoutBrackets(host).toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !host.chars().allMatch(HostAddress::isAllowed)) {
            throw new IllegalArgumentException(
                    "host must be a name or an IP literal, not '" + host + "'");
        }
        if (port < 1 || port > GREATEST_PORT) {
            throw new IllegalArgumentException("port must be 1-65535, not " + port);
        }
    }

    /** The address on port 22. */
    public static HostAddress of(String host) {
        return new HostAddress(host, DEFAULT_PORT);
    }

    /**
     * Reads {@code web1}, {@code web1:2222}, {@code 2001:db8::1} or {@code [2001:db8::1]:2222}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static HostAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean bareLiteral = colon != text.indexOf(':') && !text.startsWith("[");
        if (colon < 0 || bareLiteral || text.endsWith("]")) {
            return of(text);
        }
        return new HostAddress(text.substring(0, colon), port(text, text.substring(colon + 1)));
    }

    private static int port(String text, String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("no port after the last colon of '" + text + "'");
        }
        return Integer.parseInt(digits);
    }

    private static String withoutBrackets(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isAllowed(int character) {
        return Character.isLetterOrDigit(character) || ".-_:%".indexOf(character) >= 0;
    }

    /** As {@code known_hosts} writes it: the bare host on port 22, else {@code [host]:port}. */
    @Override
    public String toString() {
        return port == DEFAULT_PORT ? host : "[" + host + "]:" + port;
    }
}
