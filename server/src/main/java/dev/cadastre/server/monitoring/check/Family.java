package dev.cadastre.server.monitoring.check;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which of a name's addresses are tried. */
enum Family {
    ANY,
    IPV4,
    IPV6;

    boolean has(InetAddress address) {
        return switch (this) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> address instanceof Inet6Address;
        };
    }
}
