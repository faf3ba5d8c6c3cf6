package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.Relation;
import dev.cadastre.api.map.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an asset needs and who needs it, as people ask for it: a client of a service is one of the
 * program that provides it, and what a client needs is that program.
 *
 * @param needs what it cannot do without
 * @param neededBy what cannot do without it
 */
public record AssetNeighbours(List<Neighbour> needs, List<Neighbour> neededBy) {

    /**
     * One of them.
     *
     * @param asset it
     * @param service the service between both; null if there is none
     * @param relation what links them
     */
    public record Neighbour(Asset asset, @Nullable Asset service, Relation relation) {}

    /** Copies both. */
    public AssetNeighbours {
        needs = List.copyOf(needs);
        neededBy = List.copyOf(neededBy);
    }

    /**
     * The neighbours of an asset, of a map that reaches at least two relations around it.
     *
     * @param id its id
     */
    public static AssetNeighbours of(String id, AssetMap map) {
        return new Reading(map).of(id);
    }

    /** The asset that needs the other one; null where neither does. */
    static @Nullable String dependent(Relation relation) {
        return switch (relation.type()) {
            case RUNS_ON, CONNECTS_TO, DEPENDS_ON -> relation.source();
            case PROVIDES, MEMBER_OF -> relation.target();
            case OWNED_BY -> null;
        };
    }

    private static final class Reading {

        private final Map<String, Asset> assets;
        private final Map<String, List<Relation>> relations = new HashMap<>();

        Reading(AssetMap map) {
            assets =
                    map.assets().stream()
                            .collect(Collectors.toMap(Asset::id, Function.identity(), (a, _) -> a));
            for (Relation relation : map.relations()) {
                add(relation.source(), relation);
                add(relation.target(), relation);
            }
        }

        private void add(String id, Relation relation) {
            relations.computeIfAbsent(id, _ -> new ArrayList<>()).add(relation);
        }

        private List<Relation> of(String id, boolean needed) {
            return relations.getOrDefault(id, List.of()).stream()
                    .filter(relation -> dependent(relation) != null)
                    .filter(relation -> id.equals(dependent(relation)) != needed)
                    .toList();
        }

        AssetNeighbours of(String id) {
            return new AssetNeighbours(sorted(needs(id)), sorted(neededBy(id)));
        }

        private List<Neighbour> needs(String id) {
            List<Neighbour> found = new ArrayList<>();
            for (Relation relation : of(id, false)) {
                String needed = other(relation, id);
                String provider =
                        relation.type() == RelationType.PROVIDES ? null : provider(needed);
                add(found, provider == null ? needed : provider, provider, needed, relation);
            }
            return found;
        }

        private List<Neighbour> neededBy(String id) {
            List<Neighbour> found = new ArrayList<>();
            for (Relation relation : of(id, true)) {
                String dependent = other(relation, id);
                if (relation.type() != RelationType.PROVIDES) {
                    add(found, dependent, null, id, relation);
                    continue;
                }
                add(found, dependent, null, id, relation);
                for (Relation client : of(dependent, true)) {
                    add(found, other(client, dependent), dependent, dependent, client);
                }
            }
            return found;
        }

        private void add(
                List<Neighbour> found,
                String id,
                @Nullable String through,
                String service,
                Relation relation) {
            Asset asset = assets.get(id);
            if (asset != null) {
                Asset between = through == null ? null : assets.get(service);
                found.add(new Neighbour(asset, between, relation));
            }
        }

        private @Nullable String provider(String id) {
            return of(id, false).stream()
                    .filter(relation -> relation.type() == RelationType.PROVIDES)
                    .map(Relation::source)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private static String other(Relation relation, String id) {
            return relation.source().equals(id) ? relation.target() : relation.source();
        }

        private static List<Neighbour> sorted(List<Neighbour> found) {
            found.sort(
                    Comparator.comparing((Neighbour one) -> one.relation().type())
                            .thenComparing(one -> one.relation().standing())
                            .thenComparing(one -> one.asset().id()));
            return found;
        }
    }
}
