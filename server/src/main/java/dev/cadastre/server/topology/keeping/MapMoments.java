package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetQuery;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.BulkLoad;
import dev.cadastre.server.topology.graph.GraphView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All of the map, now from memory, and at a moment from what is stored. Thread-safe. */
@Component
public class MapMoments {

    private static final int AT_ONCE = 10_000;

    private final AssetBook book;
    private final AssetGraph graph;
    private final AssetRows assets;
    private final RelationRows relations;

    MapMoments(AssetBook book, AssetGraph graph, AssetRows assets, RelationRows relations) {
        this.book = book;
        this.graph = graph;
        this.assets = assets;
        this.relations = relations;
    }

    /** All assets of a moment, which are looked at more than once. */
    public interface Moment {

        /** All, in no order; the consumer must be quick. */
        void each(Consumer<AssetEntry> target);

        @Nullable AssetEntry find(int number);

        GraphView relations();
    }

    /** All assets by name; the consumer must be quick, for nobody writes meanwhile. */
    public void each(@Nullable Instant at, Consumer<AssetEntry> target) {
        if (at == null) {
            book.each(target);
            return;
        }
        AssetQuery page = page(at, null);
        List<AssetRow> read;
        do {
            read = assets.then(page, null, at);
            read.forEach(row -> target.accept(row.entry()));
            page = page(at, read.isEmpty() ? null : read.getLast().name().toString());
        } while (read.size() == AT_ONCE);
    }

    private static AssetQuery page(Instant at, @Nullable String after) {
        return new AssetQuery(null, null, null, null, null, at, after, AT_ONCE);
    }

    /** The relations between all assets. */
    public GraphView relations(@Nullable Instant at) {
        if (at == null) {
            return graph.view();
        }
        BulkLoad then = new BulkLoad();
        relations
                .all(at)
                .forEach(row ->
                        then.add(
                                row.key().source(),
                                row.key().type(),
                                row.key().target(),
                                row.state().alternativesNumber(),
                                row.state().counts()));
        AssetGraph past = new AssetGraph();
        past.replaceAll(then);
        return past.view();
    }

    /** The moment; one in the past is read whole. */
    public Moment at(@Nullable Instant at) {
        if (at == null) {
            return new Now();
        }
        Map<Integer, AssetEntry> entries = new HashMap<>();
        each(at, asset -> entries.put(asset.number(), asset));
        return new Past(entries, relations(at));
    }

    private final class Now implements Moment {

        @Override
        public void each(Consumer<AssetEntry> target) {
            book.each(target);
        }

        @Override
        public @Nullable AssetEntry find(int number) {
            return book.find(number);
        }

        @Override
        public GraphView relations() {
            return graph.view();
        }
    }

    private record Past(Map<Integer, AssetEntry> entries, GraphView relations) implements Moment {

        @Override
        public void each(Consumer<AssetEntry> target) {
            entries.values().forEach(target);
        }

        @Override
        public @Nullable AssetEntry find(int number) {
            return entries.get(number);
        }
    }
}
