package dev.cadastre.cli.offline;

import dev.cadastre.ssh.HostAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host as people write it: {@code web1}, {@code ops@web1:2222}, {@code ops@[2001:db8::1]:22}.
 *
 * @param user null if none is written
 * @param address without brackets
 * @param port null if none is written
 */
record HostText(@Nullable String user, String address, @Nullable Integer port) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static HostText parse(String text) {
        int at = text.lastIndexOf('@');
        String user = at < 0 ? null : text.substring(0, at);
        if (user != null && user.isEmpty()) {
            throw new IllegalArgumentException("no user before the @ of '" + text + "'");
        }
        String rest = text.substring(at + 1);
        HostAddress address = HostAddress.parse(rest);
        boolean said = !rest.endsWith("]") && rest.endsWith(":" + address.port());
        boolean bareLiteral = rest.indexOf(':') != rest.lastIndexOf(':') && !rest.startsWith("[");
        return new HostText(
                user,
                address.host(),
                said && !bareLiteral ? Integer.valueOf(address.port()) : null);
    }

    int portOr(int usual) {
        return port == null ? usual : port;
    }

    /** A host of which nothing else is known. */
    OfflineHost host() {
        int usual = HostAddress.DEFAULT_PORT;
        return new OfflineHost(
                address,
                address,
                portOr(usual),
                user,
                List.of(),
                List.of(),
                Map.of("address", address));
    }
}
