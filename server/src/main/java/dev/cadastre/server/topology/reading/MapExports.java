package dev.cadastre.server.topology.reading;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.keeping.AssetRow;
import dev.cadastre.server.topology.keeping.AssetRows;
import dev.cadastre.server.topology.keeping.MapMoments;
import dev.cadastre.server.topology.keeping.RelationRow;
import dev.cadastre.server.topology.keeping.RelationRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Reads the whole map for other systems, however large it is. Thread-safe. */
@NamedInterface("reading")
@Service
public class MapExports {

    private final MapMoments moments;
    private final AssetRows assets;
    private final RelationRows relations;
    private final MapReader reader;
    private final Evidences evidences;
    private final Visibility visibility;
    private final Clock clock;

    MapExports(
            MapMoments moments,
            AssetRows assets,
            RelationRows relations,
            MapReader reader,
            Evidences evidences,
            Visibility visibility,
            Clock clock) {
        this.moments = moments;
        this.assets = assets;
        this.relations = relations;
        this.reader = reader;
        this.evidences = evidences;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** All that may be seen, now or at a moment. */
    public WholeMap whole(@Nullable Instant at, Reach reach) {
        IntStream.Builder numbers = IntStream.builder();
        moments.each(
                at,
                asset -> {
                    if (visibility.visible(asset, reach)) {
                        numbers.add(asset.number());
                    }
                });
        return new WholeMap(
                new Pieces(), at == null ? clock.instant() : at, at, numbers.build().toArray());
    }

    private final class Pieces implements WholeMap.Source {

        @Override
        public List<AssetRow> rows(List<Integer> numbers, @Nullable Instant at) {
            return assets.of(numbers, at);
        }

        @Override
        public List<MapAsset> assets(List<AssetRow> rows, @Nullable Instant at) {
            return reader.shown(rows, at);
        }

        @Override
        public List<MapRelation> relations(
                List<Integer> sources, Map<Integer, AssetName> names, @Nullable Instant at) {
            List<RelationRow> rows = relations.from(sources, at);
            return evidences.brief(reader.relations(rows, names), rows, names);
        }
    }
}
