package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.inventory.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A dynamic inventory as Ansible reads it from a script. Ansible evaluates what stands between
 * braces in a variable, on the machine it runs on, so that nothing that a host reports becomes a
 * variable. Not thread-safe.
 */
final class AnsibleInventory {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_]");

    private final Map<Kind, SortedMap<String, List<String>>> groups = new TreeMap<>();
    private final Map<String, Map<String, Object>> variables = new LinkedHashMap<>();

    /** What hosts are grouped by; the prefix keeps an environment and a group of one name apart. */
    private enum Kind {
        ENVIRONMENT("env_"),
        GROUP("group_"),
        SYSTEM("os_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Adds a host with the way to it, if one is known. */
    void add(Host host, Optional<SshWay> way) {
        put(Kind.ENVIRONMENT, host.environment(), host.name());
        host.groups().forEach(group -> put(Kind.GROUP, group, host.name()));
        if (host.osId() != null) {
            put(Kind.SYSTEM, host.osId(), host.name());
        }
        variables.put(host.name(), variables(host, way));
    }

    private void put(Kind kind, String group, String host) {
        groups.computeIfAbsent(kind, _ -> new TreeMap<>())
                .computeIfAbsent(group, _ -> new ArrayList<>())
                .add(host);
    }

    /** What Ansible is told of one host. */
    static Map<String, Object> variables(Host host, Optional<SshWay> way) {
        Map<String, Object> variables = new TreeMap<>();
        way.ifPresent(known -> connection(known, variables));
        variables.put("cadastre_environment", host.environment());
        variables.put("cadastre_groups", host.groups());
        return variables;
    }

    private static void connection(SshWay way, Map<String, Object> variables) {
        variables.put("ansible_host", way.address());
        variables.put("ansible_port", way.port());
        if (way.user() != null) {
            variables.put("ansible_user", way.user());
        }
        if (!way.jumps().isEmpty()) {
            variables.put("ansible_ssh_common_args", "-o ProxyJump=" + way.jumpsByAddress());
        }
    }

    /** The inventory of all that was added. */
    Map<String, Object> document() {
        Map<String, Object> document = new TreeMap<>();
        groups.forEach((kind, ofKind) -> {
            Map<String, String> names = names(kind, ofKind.sequencedKeySet());
            ofKind.forEach(
                    (group, hosts) -> document.put(name(names, group), Map.of("hosts", hosts)));
        });
        List<String> children = List.copyOf(document.keySet());
        document.put("ungrouped", Map.of("hosts", List.of()));
        document.put("all", Map.of("children", children));
        document.put("_meta", Map.of("hostvars", variables));
        return Collections.unmodifiableMap(document);
    }

    private static String name(Map<String, String> names, String group) {
        return names.getOrDefault(group, group);
    }

    /**
     * The names that Ansible takes. Two groups never become one, for then a play would run on hosts
     * that nobody meant: of those that would, each that had to be changed has a number besides.
     */
    private static Map<String, String> names(Kind kind, Iterable<String> groups) {
        Map<String, Integer> taken = new TreeMap<>();
        groups.forEach(group -> taken.merge(safe(group), 1, Integer::sum));
        Map<String, String> names = new TreeMap<>();
        for (String group : groups) {
            String safe = safe(group);
            boolean clear = safe.equals(group) || taken.getOrDefault(safe, 0) == 1;
            names.put(
                    group,
                    kind.prefix + (clear ? safe : "%s_%08x".formatted(safe, group.hashCode())));
        }
        return names;
    }

    private static String safe(String group) {
        return UNFIT.matcher(group).replaceAll("_");
    }
}
