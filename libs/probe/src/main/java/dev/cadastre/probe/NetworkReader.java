package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands interfaces, addresses, routes and name servers. */
final class NetworkReader implements SectionReader {

    private static final Pattern ATTRIBUTE = Pattern.compile("/sys/class/net/([^/]+)/([a-z]+)");

    /** Interfaces that come and go with containers, and the host's way to itself. */
    private static final Pattern PASSING = Pattern.compile("lo|(veth|cali|lxc|tap|ifb|dummy).*");

    /** A router may know a million, which are no property of a host any longer. */
    private static final int MOST_ROUTES = 10_000;

    private static final int MOST_ADDRESSES = 10_000;

    private final ByteOrder order;

    NetworkReader(ByteOrder order) {
        this.order = order;
    }

    @Override
    public void read(SectionText text, Findings findings) {
        List<Route> routes = new ArrayList<>(Route.v4(text.lines("/proc/net/route"), order));
        addresses(text, routes, findings);
        routes.addAll(Route.v6(text.lines("/proc/net/ipv6_route")));
        routes.removeIf(route -> PASSING.matcher(route.device()).matches());
        routes(routes, findings);
        attributes(text, findings);
        findings.state("dns.servers", nameServers(text.lines("/etc/resolv.conf")));
    }

    private static void addresses(SectionText text, List<Route> routes, Findings findings) {
        List<InterfaceAddress> addresses =
                text.has("ip")
                        ? InterfaceAddress.ofIpCommand(text.lines("ip"))
                        : InterfaceAddress.ofKernelTables(
                                text.lines("/proc/net/fib_trie"),
                                routes,
                                text.lines("/proc/net/if_inet6"));
        Map<String, List<String>> byDevice = new TreeMap<>();
        for (InterfaceAddress address : findings.first(MOST_ADDRESSES, "addresses", addresses)) {
            if (!PASSING.matcher(address.device()).matches()) {
                byDevice.computeIfAbsent(address.device(), unused -> new ArrayList<>())
                        .add(address.text());
            }
        }
        byDevice.forEach(
                (device, texts) -> findings.state("interface." + device + ".addresses", texts));
    }

    private static void routes(List<Route> routes, Findings findings) {
        List<String> texts = routes.stream().map(Route::text).distinct().sorted().toList();
        findings.state("routes", findings.first(MOST_ROUTES, "routes", texts));
        findings.state(
                "route.default",
                routes.stream()
                        .filter(Route::isDefault)
                        .map(Route::hop)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static void attributes(SectionText text, Findings findings) {
        for (String source : text.sources().keySet()) {
            Matcher matcher = ATTRIBUTE.matcher(source);
            if (matcher.matches() && !PASSING.matcher(matcher.group(1)).matches()) {
                String name = "interface." + matcher.group(1);
                switch (matcher.group(2)) {
                    case "address" -> findings.state(name + ".mac", text.first(source));
                    case "mtu" -> findings.state(name + ".mtu", Numbers.whole(text.first(source)));
                    case "operstate" -> findings.state(name + ".state", text.first(source));
                    default -> {}
                }
            }
        }
    }

    private static List<String> nameServers(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(words -> words.length > 1)
                .map(words -> Cleaned.value(words[1]))
                .filter(Objects::nonNull)
                .toList();
    }
}
