package dev.cadastre.server.web.security;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a browser may address the server. A page of somebody else's can have its own
 * name resolve to the server's address, but it cannot have a browser send another name.
 */
final class HostNames {

    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "::1"));
    private final boolean anyAddress;

    HostNames(String listen, List<String> further) {
        names.add(listen.toLowerCase(Locale.ROOT));
        further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        anyAddress = isWildcard(listen);
    }

    /** Whether the {@code Host} of a request, with or without a port, is the server's. */
    boolean include(@Nullable String header) {
        if (header == null || header.length() > 255) {
            return false;
        }
        String name = withoutPort(header.toLowerCase(Locale.ROOT));
        return names.contains(name) || (anyAddress && literal(name) != null);
    }

    private static String withoutPort(String header) {
        if (header.startsWith("[")) {
            int end = header.indexOf(']');
            return end < 0 ? header : header.substring(1, end);
        }
        int colon = header.indexOf(':');
        return colon < 0 ? header : header.substring(0, colon);
    }

    /** Whether that is every address of the machine. */
    static boolean isWildcard(String listen) {
        InetAddress address = literal(listen);
        return address != null && address.isAnyLocalAddress();
    }

    private static @Nullable InetAddress literal(String name) {
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
