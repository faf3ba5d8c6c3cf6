package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route of the kernel's main table.
 *
 * @param destination the network's address
 * @param prefix its length
 * @param gateway the next hop; all zeros on the link itself
 * @param device the interface
 */
record Route(String destination, int prefix, String gateway, String device) {

    private static final int UP = 0x1;
    private static final int V6_REJECT = 0x200;

    /** Routes that the kernel made for its own addresses: anycast, cache and local. */
    private static final int V6_OWN = 0x8110_0000;

    /** Reads /proc/net/route: interface, destination, gateway, flags, …, mask as eighth column. */
    static List<Route> v4(List<String> lines, ByteOrder order) {
        List<Route> routes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            OptionalInt flags = words.length < 8 ? OptionalInt.empty() : Hex.number(words[3]);
            if ((flags.orElse(0) & UP) != 0) {
                OptionalInt mask = Hex.number(words[7]);
                Optional<String> destination = InternetAddress.ofWords(words[1], order);
                Optional<String> gateway = InternetAddress.ofWords(words[2], order);
                if (mask.isPresent() && destination.isPresent() && gateway.isPresent()) {
                    int prefix = Integer.bitCount(mask.getAsInt());
                    routes.add(new Route(destination.get(), prefix, gateway.get(), words[0]));
                }
            }
        }
        return routes;
    }

    /**
     * Reads /proc/net/ipv6_route: destination, length, source, length, next hop, …, flags, name.
     */
    static List<Route> v6(List<String> lines) {
        List<Route> routes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            OptionalInt flags = words.length < 10 ? OptionalInt.empty() : Hex.number(words[8]);
            int bits = flags.orElse(0);
            if ((bits & UP) != 0 && (bits & (V6_REJECT | V6_OWN)) == 0) {
                v6(words).filter(route -> !route.scopedToLink()).ifPresent(routes::add);
            }
        }
        return routes;
    }

    private static Optional<Route> v6(String[] words) {
        OptionalInt prefix = Hex.number(words[1]);
        Optional<String> destination = InternetAddress.ofBytes(words[0]);
        Optional<String> gateway = InternetAddress.ofBytes(words[4]);
        return prefix.isPresent() && destination.isPresent() && gateway.isPresent()
                ? Optional.of(
                        new Route(destination.get(), prefix.getAsInt(), gateway.get(), words[9]))
                : Optional.empty();
    }

    private boolean scopedToLink() {
        return destination.startsWith("fe80:") || destination.startsWith("ff");
    }

    boolean isDefault() {
        return prefix == 0;
    }

    boolean onLink() {
        return gateway.equals("0.0.0.0") || gateway.equals("::");
    }

    /** Where packets go next: {@code 192.0.2.1 dev eth0}. */
    String hop() {
        return onLink() ? "dev " + device : gateway + " dev " + device;
    }

    /** As ip(8) would print it. */
    String text() {
        return destination + "/" + prefix + (onLink() ? " " : " via ") + hop();
    }
}
