package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are seen together. What was the case before is seen until they are done. Not
 * thread-safe, and of no use once they are.
 */
public final class GraphChanges {

    private final GraphView before;

    /** Shared with the view from before but for the pages that are ours. */
    private @Nullable Object[][] pages;

    private final BitSet ours = new BitSet();
    private long relations;

    GraphChanges(GraphView before) {
        this.before = before;
        this.pages = before.copyOfPages();
        this.relations = before.relations();
    }

    /** What there is then; the view from before if nothing changed. */
    GraphView done() {
        return ours.isEmpty() ? before : new GraphView(pages, relations);
    }

    /** Adds it, or puts it in the place of the one of its type between the same two. */
    public void put(Relation relation) {
        int dependent = relation.dependent();
        int provider = relation.provider();
        RelationType type = relation.type();
        long end = End.of(provider, type, relation.alternatives(), relation.counts());
        long present = Ends.find(ends(dependent, GraphView.needed(dependent)), End.key(end));
        if (present == end) {
            return;
        }
        if (present == End.NONE) {
            relations++;
        }
        put(dependent, GraphView.needed(dependent), end);
        long other = End.of(dependent, type, relation.alternatives(), relation.counts());
        put(provider, GraphView.needing(provider), other);
    }

    /** Removes it if it is there. */
    public void remove(int from, RelationType type, int to) {
        Relation relation = Relation.of(from, type, to);
        int dependent = relation.dependent();
        int provider = relation.provider();
        long key = End.key(provider, type);
        if (Ends.find(ends(dependent, GraphView.needed(dependent)), key) == End.NONE) {
            return;
        }
        relations--;
        remove(dependent, GraphView.needed(dependent), key);
        remove(provider, GraphView.needing(provider), End.key(dependent, type));
    }

    /**
     * Makes these all relations that start from an asset. Costs next to nothing where that is what
     * they are already.
     *
     * @throws IllegalArgumentException if one starts elsewhere
     */
    public void replaceFrom(int asset, Collection<Relation> wanted) {
        Set<Long> keys = new HashSet<>();
        for (Relation relation : wanted) {
            if (relation.from() != asset) {
                throw new IllegalArgumentException(
                        "%s does not start from %d".formatted(relation, asset));
            }
            keys.add(End.key(relation.to(), relation.type()));
        }
        for (Relation present : soFar().from(asset)) {
            if (!keys.contains(End.key(present.to(), present.type()))) {
                remove(asset, present.type(), present.to());
            }
        }
        wanted.forEach(this::put);
    }

    /** Removes all relations of an asset, from it and to it. */
    public void removeAll(int asset) {
        Relation.requireAsset(asset);
        List<Relation> present = new ArrayList<>();
        soFar().forEachRelation(
                        asset,
                        (from, type, to, alternatives, counts) ->
                                present.add(new Relation(from, type, to, alternatives, counts)));
        present.forEach(relation -> remove(relation.from(), relation.type(), relation.to()));
    }

    /** To be read at once, as it changes with the next change. */
    private GraphView soFar() {
        return new GraphView(pages, relations);
    }

    private @Nullable Object ends(int asset, int position) {
        int page = GraphView.page(asset);
        return page >= pages.length || pages[page].length == 0 ? null : pages[page][position];
    }

    private void put(int asset, int position, long end) {
        @Nullable Object[] page = ownPage(asset);
        page[position] = Ends.with(page[position], end);
    }

    private void remove(int asset, int position, long key) {
        @Nullable Object[] page = ownPage(asset);
        page[position] = Ends.without(page[position], key);
    }

    private @Nullable Object[] ownPage(int asset) {
        int number = GraphView.page(asset);
        if (number >= pages.length) {
            pages = GraphView.withEmptyPages(pages, asset);
        }
        if (!ours.get(number)) {
            pages[number] = Arrays.copyOf(pages[number], 2 * GraphView.PAGE_ASSETS);
            ours.set(number);
        }
        return pages[number];
    }
}
