package dev.cadastre.server.topology.socket;

import dev.cadastre.server.estate.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns which services of several hosts stand in for each other: those that a load balancer or a
 * web server chooses from, name servers, and those whose programs speak with each other, as
 * replicas do. It is no more than an assumption. For one host, and one time.
 */
final class Alternatives {

    private static final Set<String> CHOOSING = Set.of("load-balancer", "web-server", "proxy");
    private static final Set<String> EACH_ENOUGH = Set.of("dns", "time");

    private final Neighbourhood neighbours;
    private final Map<Group, List<Member>> groups = new HashMap<>();

    Alternatives(Neighbourhood neighbours) {
        this.neighbours = neighbours;
    }

    /** Services of one kind that one program uses. */
    private record Group(Speaker user, String of, Port port) {}

    private record Member(int host, Link link) {}

    /** Whether two programs are the same product, which speak with each other as equals. */
    static boolean equals(Speaker one, @Nullable Speaker other) {
        return other != null && one.product() != null && one.product().equals(other.product());
    }

    /** Takes in that a program goes to a service; the host is 0 if it is none that is known. */
    void goes(Speaker user, @Nullable Speaker listener, int host, Port port, Link link) {
        String of = listener == null ? port.toString() : listener.name();
        if (!equals(user, listener)) {
            groups.computeIfAbsent(new Group(user, of, port), _ -> new ArrayList<>())
                    .add(new Member(host, link));
        }
    }

    /** The name of the alternatives that a relation is among, for those that are. */
    Map<Link, String> groups() {
        Map<Link, String> names = new TreeMap<>();
        groups.forEach((group, members) -> {
            if (members.stream().map(Member::link).distinct().count() > 1
                    && standIn(group, members)) {
                String name = group.of() + " for " + group.user().name();
                members.forEach(member -> names.put(member.link(), name));
            }
        });
        return names;
    }

    private boolean standIn(Group group, List<Member> members) {
        String role = role(members, group.port());
        String chooser = group.user().role();
        return (chooser != null && CHOOSING.contains(chooser))
                || (role != null && EACH_ENOUGH.contains(role))
                || replicas(members, group.port());
    }

    private @Nullable String role(List<Member> members, Port port) {
        return members.stream()
                .map(member -> neighbours.listener(member.host(), port))
                .filter(Objects::nonNull)
                .map(Speaker::role)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether each of them speaks with another one. */
    private boolean replicas(List<Member> members, Port port) {
        return members.stream()
                .allMatch(one ->
                        one.host() != 0
                                && members.stream()
                                        .anyMatch(other -> speak(one.host(), other.host(), port)));
    }

    private boolean speak(int one, int other, Port port) {
        return one != other
                && (neighbours.uses(port, one, other) || neighbours.uses(port, other, one));
    }
}
