package dev.cadastre.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IPv4 networks that are on a link, found by an address in as many steps as it has bits. */
final class LinkRoutes {

    private static final int BITS = 32;

    /** By the network's number, shifted to make room for the length of its prefix. */
    private final Map<Long, Route> routes = new HashMap<>();

    LinkRoutes(List<Route> all) {
        for (Route route : all) {
            if (route.onLink() && route.destination().indexOf(':') < 0) {
                routes.putIfAbsent(key(number(route.destination()), route.prefix()), route);
            }
        }
    }

    /** The narrowest network that a dotted address is in. */
    Optional<Route> covering(String address) {
        long number = number(address);
        for (int prefix = BITS; prefix >= 0; prefix--) {
            Route route = routes.get(key(number, prefix));
            if (route != null) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private static long key(long number, int prefix) {
        long mask = -1L << (BITS - prefix);
        return (number & mask) << 6 | prefix;
    }

    private static long number(String dotted) {
        long number = 0;
        for (String part : dotted.split("\\.", -1)) {
            number = number << 8 | Numbers.upTo(255, part).orElse(0);
        }
        return number & 0xffff_ffffL;
    }
}
