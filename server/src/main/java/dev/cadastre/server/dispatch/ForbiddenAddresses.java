package dev.cadastre.server.dispatch;

import dev.cadastre.server.dispatch.outgoing.AddressRule;
import dev.cadastre.server.storage.DatabasePort;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the server does not go on somebody's word: networks' own addresses, under which clouds keep
 * secrets, and its own ports, to which it is no stranger.
 */
@Component
public class ForbiddenAddresses implements AddressRule {

    /** Clouds answer here beside the link-local addresses. */
    private static final Set<String> METADATA =
            Set.of(
                    "fd00:ec2:0:0:0:0:0:254",
                    "fd20:ce:0:0:0:0:0:254",
                    "100.100.100.200",
                    "168.63.129.16");

    /** Networks with IPv6 alone reach IPv4 by these first bytes, before the address (RFC 6052). */
    private static final byte[] TRANSLATED = {
        0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final DispatchProperties properties;
    private final Environment environment;
    private final DatabasePort database;

    ForbiddenAddresses(
            DispatchProperties properties, Environment environment, DatabasePort database) {
        this.properties = properties;
        this.environment = environment;
        this.database = database;
    }

    @Override
    public Optional<String> why(InetAddress address, int port) {
        byte[] bytes = address.getAddress();
        boolean translated =
                bytes.length == 16
                        && Arrays.equals(
                                bytes, 0, TRANSLATED.length, TRANSLATED, 0, TRANSLATED.length);
        return whyIn(translated ? behind(bytes) : address, port);
    }

    private static InetAddress behind(byte[] bytes) {
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(bytes, TRANSLATED.length, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private Optional<String> whyIn(InetAddress address, int port) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        if (properties.allowedAddresses().contains(text)) {
            return Optional.empty();
        }
        if (address.isLinkLocalAddress() || METADATA.contains(text)) {
            return Optional.of(text + " belongs to the network or to a cloud");
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            return Optional.of(text + " is no address of a host");
        }
        return isOwn(port) && isHere(address)
                ? Optional.of("port " + port + " here is this server's own")
                : Optional.empty();
    }

    private boolean isOwn(int port) {
        return database.is(port)
                || String.valueOf(port).equals(environment.getProperty("local.server.port"));
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress())
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
