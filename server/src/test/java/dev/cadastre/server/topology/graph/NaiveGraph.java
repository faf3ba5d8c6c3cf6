package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the graph says, said again as plainly as possible and in no hurry. */
final class NaiveGraph {

    private record Key(int from, RelationType type, int to) {}

    /** An asset's need for one of several; alone where nothing stands in. */
    private record Need(int dependent, int alternatives, Set<Integer> providers) {}

    private final Map<Key, Relation> relations = new LinkedHashMap<>();

    static NaiveGraph of(Collection<Relation> relations) {
        NaiveGraph graph = new NaiveGraph();
        relations.forEach(graph::put);
        return graph;
    }

    void put(Relation relation) {
        relations.put(new Key(relation.from(), relation.type(), relation.to()), relation);
    }

    void remove(Relation relation) {
        relations.remove(new Key(relation.from(), relation.type(), relation.to()));
    }

    void replaceFrom(int asset, Collection<Relation> wanted) {
        relations.keySet().removeIf(key -> key.from() == asset);
        wanted.forEach(this::put);
    }

    void removeAll(int asset) {
        relations.keySet().removeIf(key -> key.from() == asset || key.to() == asset);
    }

    Set<Relation> relations() {
        return Set.copyOf(relations.values());
    }

    Set<Relation> of(int asset) {
        return relations.values().stream()
                .filter(relation -> relation.from() == asset || relation.to() == asset)
                .collect(Collectors.toSet());
    }

    List<Relation> counting() {
        return relations.values().stream().filter(Relation::counts).toList();
    }

    /** Lets fall what has to, until nothing else does. */
    Set<Integer> down(Collection<Integer> presumed) {
        Set<Integer> down = new HashSet<>(presumed);
        List<Need> needs = needs();
        boolean more = true;
        while (more) {
            more = false;
            for (Need need : needs) {
                if (down.containsAll(need.providers())) {
                    more |= down.add(need.dependent());
                }
            }
        }
        return down;
    }

    Set<Integer> reduced(Collection<Integer> presumed) {
        Set<Integer> down = down(presumed);
        return needs().stream()
                .filter(need -> !down.contains(need.dependent()))
                .filter(need -> need.providers().stream().anyMatch(down::contains))
                .map(Need::dependent)
                .collect(Collectors.toSet());
    }

    Set<Integer> alternatives(int dependent, int number) {
        return needs().stream()
                .filter(need -> need.dependent() == dependent && need.alternatives() == number)
                .flatMap(need -> need.providers().stream())
                .collect(Collectors.toSet());
    }

    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        for (Relation relation : counting()) {
            needs.add(need(relation));
        }
        return needs;
    }

    private Need need(Relation relation) {
        if (relation.alternatives() == 0) {
            return new Need(relation.dependent(), 0, Set.of(relation.provider()));
        }
        Set<Integer> providers =
                counting().stream()
                        .filter(other -> other.dependent() == relation.dependent())
                        .filter(other -> other.alternatives() == relation.alternatives())
                        .map(Relation::provider)
                        .collect(Collectors.toSet());
        return new Need(relation.dependent(), relation.alternatives(), providers);
    }

    /** All that an asset needs within a set, directly or not; itself only in a circle. */
    Set<Integer> needed(int asset, Set<Integer> within) {
        Set<Integer> found = new TreeSet<>();
        List<Integer> next = List.of(asset);
        while (!next.isEmpty()) {
            Set<Integer> now = Set.copyOf(next);
            next =
                    counting().stream()
                            .filter(relation -> now.contains(relation.dependent()))
                            .map(Relation::provider)
                            .filter(within::contains)
                            .filter(found::add)
                            .toList();
        }
        return found;
    }
}
