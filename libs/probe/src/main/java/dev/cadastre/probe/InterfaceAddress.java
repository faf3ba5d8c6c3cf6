package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that an interface has. Temporary IPv6 addresses (RFC 8981) are no property of a host
 * and are left out.
 *
 * @param device the interface's name
 * @param text address and prefix length: {@code 192.0.2.7/24}
 */
record InterfaceAddress(String device, String text) {

    private static final Pattern IP_COMMAND =
            Pattern.compile(
                    "[0-9]+:\\s+(\\S+)\\s+inet6?\\s+([0-9a-fA-F.:]+)(?: peer \\S+?)?(?:(/[0-9]{1,3}))?"
                            + "(\\s.*)?");
    private static final Pattern PASSING = Pattern.compile(".*\\b(temporary|tentative)\\b.*");
    private static final Pattern TRIE_ADDRESS = Pattern.compile("[ |]*\\|-- ([0-9.]{7,15})\\s*");
    private static final Pattern TRIE_LOCAL = Pattern.compile("\\s*/32 host LOCAL\\s*");
    private static final int TEMPORARY = 1;

    /** Reads {@code ip -o addr}. */
    static List<InterfaceAddress> ofIpCommand(List<String> lines) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = IP_COMMAND.matcher(line);
            if (matcher.matches() && !PASSING.matcher(line).matches()) {
                String prefix = matcher.group(3) == null ? "" : matcher.group(3);
                addresses.add(new InterfaceAddress(matcher.group(1), matcher.group(2) + prefix));
            }
        }
        return addresses;
    }

    /** Reads the kernel's tables, where there is no {@code ip} command. */
    static List<InterfaceAddress> ofKernelTables(
            List<String> fibTrie, List<Route> routes, List<String> ifInet6) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        LinkRoutes links = new LinkRoutes(routes);
        for (String address : local(fibTrie)) {
            links.covering(address)
                    .ifPresent(route ->
                            addresses.add(
                                    new InterfaceAddress(
                                            route.device(), address + "/" + route.prefix())));
        }
        addresses.addAll(ofIfInet6(ifInet6));
        return addresses;
    }

    /** The table has no interfaces, and names an address before it says what the address is. */
    private static Set<String> local(List<String> fibTrie) {
        Set<String> local = new LinkedHashSet<>();
        String address = "";
        for (String line : fibTrie) {
            Matcher matcher = TRIE_ADDRESS.matcher(line);
            if (matcher.matches()) {
                address = matcher.group(1);
            } else if (TRIE_LOCAL.matcher(line).matches()) {
                local.add(address);
            }
        }
        return local;
    }

    private static List<InterfaceAddress> ofIfInet6(List<String> lines) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length == 6) {
                OptionalInt prefix = Hex.number(words[2]);
                OptionalInt flags = Hex.number(words[4]);
                if (prefix.isPresent() && (flags.orElse(TEMPORARY) & TEMPORARY) == 0) {
                    InternetAddress.ofBytes(words[0])
                            .map(address -> address + "/" + prefix.getAsInt())
                            .map(text -> new InterfaceAddress(words[5], text))
                            .ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }
}
