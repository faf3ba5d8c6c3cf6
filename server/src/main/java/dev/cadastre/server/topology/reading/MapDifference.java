package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import java.util.Comparator;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * How the map of one moment differs from that of an earlier one.
 *
 * @param assetsAdded by name
 * @param assetsRemoved by name; what is no longer seen is no longer there
 * @param relationsAdded those that were not there before, or not seen then
 * @param relationsRemoved those that are not there, or not seen, any longer
 */
@NamedInterface("reading")
public record MapDifference(
        List<AssetName> assetsAdded,
        List<AssetName> assetsRemoved,
        List<Edge> relationsAdded,
        List<Edge> relationsRemoved) {

    /** Copies the lists. */
    public MapDifference {
        assetsAdded = List.copyOf(assetsAdded);
        assetsRemoved = List.copyOf(assetsRemoved);
        relationsAdded = List.copyOf(relationsAdded);
        relationsRemoved = List.copyOf(relationsRemoved);
    }

    /** A relation by the names of its ends. */
    @NamedInterface("reading")
    public record Edge(AssetName source, RelationType type, AssetName target)
            implements Comparable<Edge> {

        private static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::source)
                        .thenComparing(Edge::type)
                        .thenComparing(Edge::target);

        @Override
        public int compareTo(Edge other) {
            return ORDER.compare(this, other);
        }
    }
}
