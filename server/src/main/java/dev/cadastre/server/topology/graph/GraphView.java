package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All relations at one moment. It never changes, so that any number of threads read it without
 * waiting for anybody, for as long as they like, and find both ends of every relation.
 */
public final class GraphView {

    /** A view without relations. */
    static final GraphView EMPTY = new GraphView(new @Nullable Object[0][], 0);

    /** Assets to a page, as a power of two: copying a page, or the list of them, is as cheap. */
    private static final int PAGE_BITS = 8;

    static final int PAGE_ASSETS = 1 << PAGE_BITS;

    private static final int IN_PAGE = PAGE_ASSETS - 1;

    private static final @Nullable Object[] NO_ENDS = {};

    /**
     * By page, for each of its assets first the ends of what it needs, then of what needs it; a
     * page without any is empty.
     */
    private final @Nullable Object[][] pages;

    private final long relations;

    /** Takes the arrays over, which are not to be changed any longer. */
    GraphView(@Nullable Object[][] pages, long relations) {
        this.pages = pages;
        this.relations = relations;
    }

    static int page(int asset) {
        return asset >>> PAGE_BITS;
    }

    /** Where in its page the ends of what an asset needs are. */
    static int needed(int asset) {
        return (asset & IN_PAGE) << 1;
    }

    /** Where in its page the ends of what needs an asset are. */
    static int needing(int asset) {
        return needed(asset) + 1;
    }

    /** The number of relations. */
    public long relations() {
        return relations;
    }

    /** A number that is higher than that of every asset with relations. */
    public int bound() {
        return pages.length * PAGE_ASSETS;
    }

    /** Whether an asset has any relation. */
    public boolean hasRelations(int asset) {
        return dependencies(asset) != null || dependents(asset) != null;
    }

    /** The one with these three. */
    public Optional<Relation> find(int from, RelationType type, int to) {
        boolean fromDepends = Relation.fromDepends(type);
        int dependent = fromDepends ? from : to;
        int provider = fromDepends ? to : from;
        long end = Ends.find(dependencies(dependent), End.key(provider, type));
        return end == End.NONE
                ? Optional.empty()
                : Optional.of(new Relation(from, type, to, End.alternatives(end), End.counts(end)));
    }

    /** All that an asset has, each once, in no order. */
    public void forEachRelation(int asset, RelationVisitor visitor) {
        visit(asset, dependencies(asset), true, visitor);
        visitOthers(asset, visitor);
    }

    /** Those that start from an asset, in no order. */
    public void forEachFrom(int asset, RelationVisitor visitor) {
        forEachRelation(
                asset,
                (from, type, to, alternatives, counts) -> {
                    if (from == asset) {
                        visitor.visit(from, type, to, alternatives, counts);
                    }
                });
    }

    /** Those that lead to an asset, in no order. */
    public void forEachTo(int asset, RelationVisitor visitor) {
        forEachRelation(
                asset,
                (from, type, to, alternatives, counts) -> {
                    if (to == asset) {
                        visitor.visit(from, type, to, alternatives, counts);
                    }
                });
    }

    /** Those by which an asset needs others and that count, whichever way they point. */
    public void forEachDependency(int asset, RelationVisitor visitor) {
        visit(asset, dependencies(asset), true, counting(visitor));
    }

    /** Those by which others need an asset and that count, whichever way they point. */
    public void forEachDependent(int asset, RelationVisitor visitor) {
        visit(asset, dependents(asset), false, counting(visitor));
    }

    /** Those that start from an asset. */
    public List<Relation> from(int asset) {
        List<Relation> found = new ArrayList<>();
        forEachFrom(
                asset,
                (from, type, to, alternatives, counts) ->
                        found.add(new Relation(from, type, to, alternatives, counts)));
        return found;
    }

    /** The ends of what an asset needs, and of who answers for it. */
    @Nullable Object dependencies(int asset) {
        return ends(asset, needed(asset));
    }

    /** The ends of what needs an asset, and of what it answers for. */
    @Nullable Object dependents(int asset) {
        return ends(asset, needing(asset));
    }

    private @Nullable Object ends(int asset, int position) {
        int page = page(asset);
        if (page >= pages.length || pages[page].length == 0) {
            return null;
        }
        return pages[page][position];
    }

    /** A copy of the list of pages, to be changed; the pages are still shared. */
    @Nullable Object[][] copyOfPages() {
        return pages.clone();
    }

    /** As many pages as there are up to an asset, all of them empty. */
    static @Nullable Object[][] emptyPages(int highest) {
        return withEmptyPages(EMPTY.pages, highest);
    }

    /** The same pages, and empty ones up to an asset. */
    static @Nullable Object[][] withEmptyPages(@Nullable Object[][] pages, int highest) {
        @Nullable Object[][] more = Arrays.copyOf(pages, page(highest) + 1);
        Arrays.fill(more, pages.length, more.length, NO_ENDS);
        return more;
    }

    private static RelationVisitor counting(RelationVisitor visitor) {
        return (from, type, to, alternatives, counts) -> {
            if (counts) {
                visitor.visit(from, type, to, alternatives, true);
            }
        };
    }

    /** An asset's relation to itself was among those it needs already. */
    private void visitOthers(int asset, RelationVisitor visitor) {
        visit(
                asset,
                dependents(asset),
                false,
                (from, type, to, alternatives, counts) -> {
                    if (from != to) {
                        visitor.visit(from, type, to, alternatives, counts);
                    }
                });
    }

    private static void visit(
            int asset, @Nullable Object ends, boolean dependent, RelationVisitor visitor) {
        for (int i = 0; ; i++) {
            long[] block = Ends.block(ends, i);
            if (block == null) {
                return;
            }
            for (long end : block) {
                visit(asset, end, dependent, visitor);
            }
        }
    }

    private static void visit(int asset, long end, boolean dependent, RelationVisitor visitor) {
        RelationType type = End.type(end);
        int other = End.other(end);
        boolean starts = Relation.fromDepends(type) == dependent;
        visitor.visit(
                starts ? asset : other,
                type,
                starts ? other : asset,
                End.alternatives(end),
                End.counts(end));
    }
}
