package dev.cadastre.parcel.parameters;

import java.util.ArrayList;
import java.util.List;

/**
 * Values for the parameters of one app on one host, from many places. What stands higher counts: a
 * default is the lowest, then what {@code from} says, then the layers in the order in which they
 * were put on. Immutable.
 */
public final class Layers {

    /** How many layers there may be. */
    public static final int MOST = 100;

    private final List<ParameterSchema> schemas;
    private final List<Layer> layers;

    private Layers(List<ParameterSchema> schemas, List<Layer> layers) {
        this.schemas = List.copyOf(schemas);
        this.layers = List.copyOf(layers);
    }

    /**
     * No values yet.
     *
     * @param schemas the parcel's own first, then those of its bases, from the nearest to the
     *     lowest
     */
    public static Layers of(List<ParameterSchema> schemas) {
        return new Layers(schemas, List.of());
    }

    /**
     * These, and another layer above all others. An environment comes first, then groups from the
     * last to the first that the host names, the host, files, and the command line.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public Layers with(Layer layer) {
        if (layers.size() == MOST) {
            throw new IllegalArgumentException("There are more than " + MOST + " layers");
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Layers(schemas, more);
    }

    /**
     * Says what counts, or all that is wrong.
     *
     * @param sources is asked for what no layer gives and {@code from} names
     */
    public ParameterValuesReading resolve(Sources sources) {
        return new Resolution(schemas, layers, sources).resolve();
    }
}
