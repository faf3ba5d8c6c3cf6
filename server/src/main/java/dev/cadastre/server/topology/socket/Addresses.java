package dev.cadastre.server.topology.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * What an address says by itself. Addresses are dotted IPv4 or RFC 5952 IPv6, as reports have them;
 * what is none is nowhere.
 */
final class Addresses {

    private static final Pattern FORM =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*");

    private Addresses() {}

    /** Whether only the host itself can be meant. */
    static boolean loopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    /** Whether it means nobody, or many. */
    static boolean nobody(String address) {
        return address.equals("0.0.0.0")
                || address.equals("::")
                || address.startsWith("255.")
                || address.startsWith("ff")
                || address.matches("2(2[4-9]|3[0-9])\\..*");
    }

    /** Whether it says something on one link only. */
    static boolean linkLocal(String address) {
        return address.startsWith("169.254.") || address.startsWith("fe80:");
    }

    /** The bits of an address; empty if it is none. */
    static byte[] bytes(String address) {
        if (!FORM.matcher(address).matches()) {
            return new byte[0];
        }
        try {
            // What consists of these characters is never looked up as a name.
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException noAddress) {
            return new byte[0];
        }
    }
}
