package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map as a table: what the drawing shows, for those who read rather than look.
 *
 * @param sections one for each environment, what lies in none last
 * @param left how many assets there are beyond those in the sections
 */
public record MapTable(List<Section> sections, long left) {

    private static final List<String> KINDS =
            List.of("app", "daemon", "service", "host", "group", "device", "external", "team");

    /** An environment with its assets; its name is empty for what lies in none. */
    public record Section(String environment, List<Row> rows) {}

    /**
     * An asset.
     *
     * @param asset it
     * @param needs what it needs
     * @param neededBy what needs it
     */
    public record Row(Asset asset, List<Asset> needs, List<Asset> neededBy) {}

    /** How many assets the sections have. */
    long size() {
        return sections.stream().mapToLong(section -> section.rows().size()).sum();
    }

    /** The first {@code most} assets of a map. */
    public static MapTable of(AssetMap map, int most) {
        Map<String, TreeSet<String>> needs = new HashMap<>();
        Map<String, TreeSet<String>> neededBy = new HashMap<>();
        for (Relation relation : map.relations()) {
            String dependent = AssetNeighbours.dependent(relation);
            if (dependent != null && relation.standing() != Relation.Standing.DENIED) {
                String needed =
                        dependent.equals(relation.source()) ? relation.target() : relation.source();
                needs.computeIfAbsent(dependent, _ -> new TreeSet<>()).add(needed);
                neededBy.computeIfAbsent(needed, _ -> new TreeSet<>()).add(dependent);
            }
        }
        Map<String, Asset> known =
                map.assets().stream()
                        .collect(Collectors.toMap(Asset::id, Function.identity(), (a, _) -> a));
        Map<String, List<Row>> rows = new TreeMap<>(MapTable::emptyLast);
        map.assets().stream()
                .sorted(
                        Comparator.comparing(MapTable::environment, MapTable::emptyLast)
                                .thenComparingInt(asset -> place(asset.kind()))
                                .thenComparing(Asset::id))
                .limit(most)
                .forEach(asset ->
                        rows.computeIfAbsent(environment(asset), _ -> new ArrayList<>())
                                .add(
                                        new Row(
                                                asset,
                                                list(needs, asset, known),
                                                list(neededBy, asset, known))));
        return new MapTable(
                rows.entrySet().stream()
                        .map(entry -> new Section(entry.getKey(), entry.getValue()))
                        .toList(),
                map.omitted() + Math.max(0, map.assets().size() - most));
    }

    private static String environment(Asset asset) {
        String environment = asset.environment();
        return environment == null ? "" : environment;
    }

    private static int emptyLast(String a, String b) {
        return a.isEmpty() == b.isEmpty() ? a.compareTo(b) : a.isEmpty() ? 1 : -1;
    }

    private static int place(String kind) {
        int place = KINDS.indexOf(kind);
        return place < 0 ? KINDS.size() : place;
    }

    private static List<Asset> list(
            Map<String, TreeSet<String>> of, Asset asset, Map<String, Asset> known) {
        return of.getOrDefault(asset.id(), new TreeSet<>()).stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .toList();
    }
}
