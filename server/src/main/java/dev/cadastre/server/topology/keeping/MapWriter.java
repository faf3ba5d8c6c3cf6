package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.graph.AssetGraph;
import dev.cadastre.server.topology.graph.Relation;
import dev.cadastre.server.topology.keeping.MapChanges.HostChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes changes of the map, in the transaction of the caller; when that is committed, memory
 * follows. Thread-safe.
 */
@Component
public class MapWriter {

    private static final int TOLD = 20;
    private static final String ACTOR = "system";

    private final AssetTable assets;
    private final RelationTable relations;
    private final Intervals intervals;
    private final ToldTable told;
    private final AssetBook book;
    private final AssetGraph graph;
    private final Timeline timeline;

    MapWriter(
            AssetTable assets,
            RelationTable relations,
            Intervals intervals,
            ToldTable told,
            AssetBook book,
            AssetGraph graph,
            Timeline timeline) {
        this.assets = assets;
        this.relations = relations;
        this.intervals = intervals;
        this.told = told;
        this.book = book;
        this.graph = graph;
        this.timeline = timeline;
    }

    /** Adds assets that are not there; returns those of all these names. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<AssetEntry> add(Collection<NewAsset> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<AssetEntry> added = assets.add(fresh, now);
        MapTurn.afterCommit(() -> added.forEach(book::put));
        return added;
    }

    /** Gives assets other names and another environment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(List<AssetEntry> renamed) {
        if (!renamed.isEmpty()) {
            assets.rename(renamed);
            MapTurn.afterCommit(() -> renamed.forEach(book::put));
        }
    }

    /** Ends the lives of assets, and all relations of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retire(Collection<Integer> numbers, Instant now) {
        if (numbers.isEmpty()) {
            return;
        }
        relations.end(numbers, now);
        seen(now, numbers.stream().map(number -> new SeenChange(number, null)).toList());
        told.end(numbers, now);
        assets.retire(numbers, now);
        MapTurn.afterCommit(() -> {
            graph.change(changes -> numbers.forEach(changes::removeAll));
            numbers.forEach(book::forget);
        });
    }

    /** Writes changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(MapChanges changes, Instant now) {
        relations.change(changes.relations(), now);
        seen(
                now,
                changes.seen().entrySet().stream()
                        .map(change -> new SeenChange(change.getKey(), change.getValue()))
                        .toList());
        if (!changes.events().isEmpty()) {
            timeline.appendAll(changes.events().stream().map(MapWriter::event).toList());
        }
        MapTurn.afterCommit(() -> remember(changes));
    }

    private void remember(MapChanges changes) {
        graph.change(all ->
                changes.relations()
                        .forEach((key, state) -> {
                            if (state.stands()) {
                                all.put(
                                        new Relation(
                                                key.source(),
                                                key.type(),
                                                key.target(),
                                                state.alternativesNumber(),
                                                state.counts()));
                            } else {
                                all.remove(key.source(), key.type(), key.target());
                            }
                        }));
        changes.seen()
                .forEach((number, seen) -> {
                    AssetEntry entry = book.find(number);
                    if (entry != null) {
                        book.put(entry.seen(seen));
                    }
                });
    }

    private record SeenChange(int number, @Nullable Seen seen) {}

    private void seen(Instant now, List<SeenChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        String[] keys = new String[changes.size()];
        Arrays.fill(keys, Seen.KEY);
        intervals.changeAll(
                AssetTable.STATES,
                changes.stream().mapToLong(SeenChange::number).toArray(),
                keys,
                changes.stream()
                        .map(change -> change.seen() == null ? null : MapJson.write(change.seen()))
                        .toArray(String[]::new),
                now);
    }

    private static NewEvent event(HostChange change) {
        return new NewEvent(
                change.host().toString(),
                change.environment(),
                "map.changed",
                summary(change),
                MapJson.write(Map.of("begun", some(change.begun()), "ended", some(change.ended()))),
                ACTOR);
    }

    private static String summary(HostChange change) {
        List<String> parts = new ArrayList<>();
        if (!change.begun().isEmpty()) {
            parts.add("began to use " + words(change.begun()));
        }
        if (!change.ended().isEmpty()) {
            parts.add("no longer uses " + words(change.ended()));
        }
        return change.host().name() + " " + String.join(", and ", parts);
    }

    private static String words(List<String> edges) {
        return edges.size() == 1 ? edges.getFirst() : edges.size() + " services";
    }

    private static List<String> some(List<String> edges) {
        return edges.subList(0, Math.min(TOLD, edges.size()));
    }
}
