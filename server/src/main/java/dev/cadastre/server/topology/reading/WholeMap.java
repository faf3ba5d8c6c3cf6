package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.AssetRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * All of the map that a reader may see, read piece by piece: first the assets, then the relations
 * between those that were read. What changes meanwhile is read in its old or its new state. For one
 * thread.
 */
@NamedInterface("reading")
public final class WholeMap {

    private static final int AT_ONCE = 1_000;

    private final Source source;
    private final Instant shown;
    private final @Nullable Instant at;
    private final int[] numbers;
    private final Map<Integer, AssetName> names = new HashMap<>();
    private int assetsUsed;
    private int sourcesUsed;

    /** Where its pieces are read. */
    interface Source {

        List<AssetRow> rows(List<Integer> numbers, @Nullable Instant at);

        List<MapAsset> assets(List<AssetRow> rows, @Nullable Instant at);

        List<MapRelation> relations(
                List<Integer> sources, Map<Integer, AssetName> names, @Nullable Instant at);
    }

    WholeMap(Source source, Instant shown, @Nullable Instant at, int[] numbers) {
        this.source = source;
        this.shown = shown;
        this.at = at;
        this.numbers = numbers;
    }

    /** The moment that it shows. */
    public Instant at() {
        return shown;
    }

    /** The next ones by name; empty once there are no more. */
    public List<MapAsset> nextAssets() {
        while (assetsUsed < numbers.length) {
            List<AssetRow> rows = source.rows(part(assetsUsed), at);
            assetsUsed += AT_ONCE;
            if (!rows.isEmpty()) {
                names.putAll(MapReader.names(rows));
                return source.assets(rows, at);
            }
        }
        return List.of();
    }

    /**
     * The next ones; empty once there are no more. To be asked for when there are no more assets.
     */
    public List<MapRelation> nextRelations() {
        while (sourcesUsed < numbers.length) {
            List<MapRelation> relations = source.relations(part(sourcesUsed), names, at);
            sourcesUsed += AT_ONCE;
            if (!relations.isEmpty()) {
                return relations;
            }
        }
        return List.of();
    }

    private List<Integer> part(int from) {
        return Arrays.stream(numbers, from, Math.min(numbers.length, from + AT_ONCE))
                .boxed()
                .toList();
    }
}
