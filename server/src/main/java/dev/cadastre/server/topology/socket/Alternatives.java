package dev.cadastre.server.topology.socket;

import dev.cadastre.server.estate.Port;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<Use, List<Member>> uses = new HashMap<>();

    Alternatives(Neighbourhood neighbours) {
        this.neighbours = neighbours;
    }

    /** Services at one port that one program uses. */
    private record Use(Speaker user, Port port) {}

    /**
     * A service that is used.
     *
     * @param listener the name of what listens there; null if nothing is known to, any longer
     */
    private record Member(int host, @Nullable String listener, Link link) {}

    /** Whether two programs are the same product, which speak with each other as equals. */
    static boolean equals(Speaker one, @Nullable Speaker other) {
        return other != null && one.product() != null && one.product().equals(other.product());
    }

    /** Takes in that a program goes to a service; the host is 0 if it is none that is known. */
    void goes(Speaker user, @Nullable Speaker listener, int host, Port port, Link link) {
        if (!equals(user, listener)) {
            String name = listener == null ? null : listener.name();
            uses.computeIfAbsent(new Use(user, port), _ -> new ArrayList<>())
                    .add(new Member(host, name, link));
        }
    }

    /** The name of the alternatives that a relation is among, for those that are. */
    Map<Link, String> groups() {
        Map<Link, String> names = new TreeMap<>();
        uses.forEach((use, members) ->
                alike(use, members)
                        .forEach((of, some) -> {
                            if (some.stream().map(Member::link).distinct().count() > 1
                                    && standIn(use, some)) {
                                String name = of + " for " + use.user().name();
                                some.forEach(member -> names.put(member.link(), name));
                            }
                        }));
        return names;
    }

    /** Those where the same listens; a host where nothing does now is as most others are. */
    private static Map<String, List<Member>> alike(Use use, List<Member> members) {
        Map<String, List<Member>> alike = new TreeMap<>();
        for (Member member : members) {
            if (member.listener() != null) {
                alike.computeIfAbsent(member.listener(), _ -> new ArrayList<>()).add(member);
            }
        }
        String stranger = use.port().toString();
        String most =
                alike.entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .map(Map.Entry::getKey)
                        .orElse(stranger);
        for (Member member : members) {
            if (member.listener() == null) {
                alike.computeIfAbsent(member.host() == 0 ? stranger : most, _ -> new ArrayList<>())
                        .add(member);
            }
        }
        return alike;
    }

    private boolean standIn(Use use, List<Member> members) {
        String chooser = use.user().role();
        String role = role(members, use.port());
        return (chooser != null && CHOOSING.contains(chooser))
                || (role != null && EACH_ENOUGH.contains(role))
                || replicas(members, use.port());
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
