package dev.cadastre.server.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Things in layers, each below all that need it. No layer has more than a few things, as Coffman
 * and Graham fill them, and each is ordered by the middle of its neighbours. The same needs always
 * have the same layers.
 */
final class Layers {

    private static final int ROUNDS = 24;

    /**
     * Where a thing is, or where the lines to it pass a layer.
     *
     * @param passage whether only lines pass here
     */
    record Place(String name, int layer, boolean passage) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::name)
                    .thenComparingInt(Place::layer)
                    .compare(this, other);
        }
    }

    private final Needs needs;
    private final Map<String, Integer> layerOf = new TreeMap<>();
    private final List<List<Place>> rows = new ArrayList<>();
    private final Map<Place, SortedSet<Place>> below = new TreeMap<>();
    private final Map<Place, SortedSet<Place>> above = new TreeMap<>();

    /**
     * Places them.
     *
     * @param widest how many things a layer may have
     */
    Layers(Needs needs, int widest) {
        this.needs = needs;
        fill(widest);
        link();
        order();
    }

    /** From the top, each from left to right. */
    List<List<Place>> rows() {
        return rows;
    }

    /** Where the line from a place goes on, in the layer below. */
    SortedSet<Place> below(Place place) {
        return below.getOrDefault(place, Collections.emptySortedSet());
    }

    SortedSet<Place> above(Place place) {
        return above.getOrDefault(place, Collections.emptySortedSet());
    }

    private void fill(int widest) {
        List<String> left = new ArrayList<>(needs.direct().keySet());
        left.sort(Comparator.comparingInt(needs::height).reversed());
        while (!left.isEmpty()) {
            String next =
                    left.stream()
                            .filter(name -> layerOf.keySet().containsAll(needs.whoNeeds(name)))
                            .findFirst()
                            .orElseThrow();
            left.remove(next);
            int layer =
                    needs.whoNeeds(next).stream()
                            .mapToInt(user -> layerOf.getOrDefault(user, 0) + 1)
                            .max()
                            .orElse(0);
            while (Collections.frequency(layerOf.values(), layer) >= widest) {
                layer++;
            }
            layerOf.put(next, layer);
        }
    }

    private void link() {
        int layers = Collections.max(layerOf.values()) + 1;
        for (int layer = 0; layer < layers; layer++) {
            rows.add(new ArrayList<>());
        }
        layerOf.forEach((name, layer) -> rows.get(layer).add(new Place(name, layer, false)));
        layerOf.forEach((user, layer) ->
                needs.of(user).forEach(needed -> link(new Place(user, layer, false), needed)));
    }

    /** Lines to the same thing pass a layer in the same place. */
    private void link(Place user, String needed) {
        Place from = user;
        int last = layerOf.getOrDefault(needed, 0);
        for (int layer = user.layer() + 1; layer <= last; layer++) {
            Place to = new Place(needed, layer, layer < last);
            if (to.passage() && !rows.get(layer).contains(to)) {
                rows.get(layer).add(to);
            }
            below.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
            above.computeIfAbsent(to, _ -> new TreeSet<>()).add(from);
            from = to;
        }
    }

    private void order() {
        List<List<Place>> best = copy();
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int i = 1; i < rows.size(); i++) {
                int layer = down ? i : rows.size() - 1 - i;
                sort(rows.get(layer), down);
            }
            if (crossings(rows) < crossings(best)) {
                best = copy();
            }
        }
        for (int layer = 0; layer < rows.size(); layer++) {
            rows.set(layer, best.get(layer));
        }
    }

    private void sort(List<Place> row, boolean down) {
        Map<Place, Double> middles = new HashMap<>();
        row.forEach(place ->
                middles.put(
                        place,
                        (down ? above(place) : below(place))
                                .stream().mapToDouble(this::share).average().orElse(share(place))));
        row.sort(Comparator.comparingDouble((ToDoubleFunction<Place>) middles::get));
    }

    /** How far to the right it is in its layer, from 0 to 1. */
    private double share(Place place) {
        List<Place> row = rows.get(place.layer());
        return (row.indexOf(place) + 0.5) / row.size();
    }

    private List<List<Place>> copy() {
        List<List<Place>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(List.copyOf(row)));
        return copy;
    }

    private int crossings(List<List<Place>> order) {
        int crossings = 0;
        for (int layer = 0; layer + 1 < order.size(); layer++) {
            List<Integer> ends = new ArrayList<>();
            for (Place place : order.get(layer)) {
                List<Place> next = order.get(layer + 1);
                List<Integer> own = below(place).stream().map(next::indexOf).sorted().toList();
                crossings +=
                        own.stream()
                                .mapToInt(end -> (int) ends.stream().filter(e -> e > end).count())
                                .sum();
                ends.addAll(own);
            }
        }
        return crossings;
    }
}
