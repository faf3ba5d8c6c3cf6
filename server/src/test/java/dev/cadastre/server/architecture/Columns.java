package dev.cadastre.server.architecture;

import dev.cadastre.server.architecture.Layers.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How far to the right each place of some layers is: as near to its neighbours as they let it. */
final class Columns {

    private static final int ROUNDS = 200;
    private static final int PASSAGE = 10;
    private static final int GAP = 16;

    /** Lines that pass should be straight rather than boxes in the middle. */
    private static final int WEIGHT_OF_PASSAGES = 8;

    private static final double LITTLE = 0.1;

    private final Layers layers;
    private final int box;
    private final Map<Place, Double> middles = new HashMap<>();

    /**
     * Finds the columns.
     *
     * @param box how wide a thing is
     */
    Columns(Layers layers, int box) {
        this.layers = layers;
        this.box = box;
        layers.rows().forEach(row -> settle(row, _ -> 0.0));
        for (int round = 0; round < ROUNDS; round++) {
            layers.rows().forEach(row -> settle(row, this::wish));
        }
        double left = middles.keySet().stream().mapToDouble(this::left).min().orElse(0);
        middles.replaceAll((_, middle) -> (double) Math.round(middle - left));
    }

    double middle(Place place) {
        return middles.getOrDefault(place, 0.0);
    }

    double left(Place place) {
        return middle(place) - width(place) / 2.0;
    }

    /** How wide all of it is. */
    int width() {
        return (int)
                Math.ceil(
                        middles.keySet().stream()
                                .mapToDouble(place -> left(place) + width(place))
                                .max()
                                .orElse(0));
    }

    private int width(Place place) {
        return place.passage() ? PASSAGE : box;
    }

    /** In the middle of its neighbours; things mind lines that pass less than things. */
    private double wish(Place place) {
        double sum = 0;
        double weights = 0;
        for (Place other : neighbours(place)) {
            double weight = other.passage() && !place.passage() ? LITTLE : 1;
            sum += weight * middle(other);
            weights += weight;
        }
        return weights == 0 ? middle(place) : sum / weights;
    }

    private List<Place> neighbours(Place place) {
        return Stream.concat(layers.above(place).stream(), layers.below(place).stream()).toList();
    }

    /** Some neighbours in a row that touch, with where they would like to begin. */
    private record Block(List<Place> places, double wish, double weight) {
        Block and(Block next) {
            double sum = weight + next.weight;
            return new Block(
                    Stream.concat(places.stream(), next.places.stream()).toList(),
                    (wish * weight + next.wish * next.weight) / sum,
                    sum);
        }
    }

    /** The least squares of what is wished for that leave the order and the gaps as they are. */
    private void settle(List<Place> row, ToDoubleFunction<Place> wish) {
        List<Block> blocks = new ArrayList<>();
        double before = 0;
        Map<Place, Double> offsets = new HashMap<>();
        for (Place place : row) {
            offsets.put(place, before + width(place) / 2.0);
            double weight = place.passage() ? WEIGHT_OF_PASSAGES : 1;
            double start = wish.applyAsDouble(place) - before - width(place) / 2.0;
            before += width(place) + GAP;
            Block block = new Block(List.of(place), start, weight);
            while (!blocks.isEmpty() && blocks.getLast().wish() > block.wish()) {
                block = blocks.removeLast().and(block);
            }
            blocks.add(block);
        }
        for (Block block : blocks) {
            block.places()
                    .forEach(place ->
                            middles.put(place, block.wish() + offsets.getOrDefault(place, 0.0)));
        }
    }
}
