package dev.cadastre.parcel.registry;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a registry is.
 *
 * @param authority its name or address, and its port if it is not the usual one: {@code
 *     registry.example:5000}, {@code [::1]:5000}
 */
public record RegistryHost(String authority) {

    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
                            + "|\\[[0-9a-fA-F:.]{2,45}\\])(:(?<port>[0-9]{1,5}))?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?");
    private static final int LONGEST = 260;

    /** When connections are encrypted. */
    public enum Encryption {
        /** Always, but for what is on this machine. */
        USUAL,
        /** Also on this machine. */
        ALWAYS,
        /** Never: only where somebody said so. */
        NEVER
    }

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if it is no name or address; the message says so
     */
    public RegistryHost {
        if (authority.length() > LONGEST || !isAuthority(authority)) {
            throw new IllegalArgumentException(
                    "It is no host, or host and port, of a registry; write registry.example:5000");
        }
    }

    private static boolean isAuthority(String text) {
        var parts = AUTHORITY.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String port = parts.group("port");
        return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) < 1 << 16);
    }

    /** Whether it is on this machine, by its name alone. */
    public boolean isLoopback() {
        return isLoopback(authority);
    }

    static boolean isLoopback(String authority) {
        return LOOPBACK.matcher(authority.toLowerCase(Locale.ROOT)).matches();
    }

    /** The address of a path, which begins with a slash, in it. */
    URI uri(Encryption encryption, String path) {
        return URI.create(
                (isPlain(authority, encryption) ? "http://" : "https://") + authority + path);
    }

    static boolean isPlain(String authority, Encryption encryption) {
        return encryption == Encryption.NEVER
                || (encryption == Encryption.USUAL && isLoopback(authority));
    }

    @Override
    public String toString() {
        return authority;
    }
}
