package dev.cadastre.server.estate;

import dev.cadastre.ini.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be wrong only between hosts. */
final class HostChecks {
    private final Map<String, DeclaredHost> hosts;
    private final Problems problems;

    HostChecks(Map<String, DeclaredHost> hosts, Problems problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    void check() {
        doubtEqualAddresses();
        refuseNamesThatDifferInCase();
        refuseJumpsInCircles();
    }

    private record Endpoint(HostAddress address, int port) {
        static Endpoint of(DeclaredHost host) {
            boolean local = host.address().kind() == HostAddress.Kind.LOCAL;
            return new Endpoint(host.address(), local ? 0 : host.ssh().port());
        }
    }

    private void doubtEqualAddresses() {
        Map<Endpoint, DeclaredHost> seen = new HashMap<>();
        for (DeclaredHost host : hosts.values()) {
            if (host.address().kind() == HostAddress.Kind.NONE) {
                continue;
            }
            DeclaredHost earlier = seen.putIfAbsent(Endpoint.of(host), host);
            if (earlier != null) {
                problems.warning(
                        host.origin().line(),
                        1,
                        "estate.same-address",
                        "the hosts %s and %s (%s) have the same address %s"
                                .formatted(
                                        host.name(),
                                        earlier.name(),
                                        earlier.origin(),
                                        host.address().text()),
                        "give each its own address or ssh.port, or remove one");
            }
        }
    }

    /** SSH and DNS know no case, so the settings of one would be taken for those of the other. */
    private void refuseNamesThatDifferInCase() {
        Map<String, DeclaredHost> seen = new HashMap<>();
        for (DeclaredHost host : hosts.values()) {
            DeclaredHost earlier = seen.putIfAbsent(host.name().toLowerCase(Locale.ROOT), host);
            if (earlier != null) {
                problems.error(
                        host.origin().line(),
                        1,
                        "estate.names-differ-in-case",
                        "the names of the hosts %s and %s (%s) differ in case only"
                                .formatted(host.name(), earlier.name(), earlier.origin()),
                        "remove one of them if they are the same host, or give one another name");
            }
        }
    }

    private void refuseJumpsInCircles() {
        Map<String, List<String>> jumps = new LinkedHashMap<>();
        hosts.forEach((name, host) ->
                jumps.put(name, host.ssh().jumps().stream().map(SshJump::host).toList()));
        for (List<String> circle : Circles.in(jumps)) {
            problems.error(
                    line(circle.getFirst()),
                    1,
                    "estate.jump-circle",
                    "ssh.jump leads in a circle: " + String.join(" → ", circle),
                    "write 'ssh.jump =' in the section of the host that is reached directly");
        }
    }

    private int line(String name) {
        DeclaredHost host = hosts.get(name);
        return host == null ? 0 : host.origin().line();
    }
}
