package dev.cadastre.server.topology.query;

import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.GraphView;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds what needs assets, over any number of steps, whether or not something could stand in. What
 * is on an asset, or is made up of it, does not need it for that; but what needs these does.
 */
final class Needing {

    private final GraphView relations;
    private final IntPredicate followed;

    /**
     * @param followed the only assets that are found, or led through
     */
    Needing(GraphView relations, IntPredicate followed) {
        this.relations = relations;
        this.followed = followed;
    }

    /** What needs these. */
    RoaringBitmap of(RoaringBitmap assets) {
        RoaringBitmap belonging = closure(assets, Needing::belongs);
        RoaringBitmap needing = step(belonging, type -> !belongs(type));
        return closure(needing, _ -> true);
    }

    private static boolean belongs(RelationType type) {
        return switch (type) {
            case RUNS_ON, PROVIDES, MEMBER_OF, OWNED_BY -> true;
            case CONNECTS_TO, DEPENDS_ON -> false;
        };
    }

    private RoaringBitmap closure(RoaringBitmap start, Predicate<RelationType> along) {
        RoaringBitmap found = start.clone();
        RoaringBitmap last = start;
        while (!last.isEmpty()) {
            RoaringBitmap next = step(last, along);
            next.andNot(found);
            found.or(next);
            last = next;
        }
        return found;
    }

    private RoaringBitmap step(RoaringBitmap from, Predicate<RelationType> along) {
        RoaringBitmap next = new RoaringBitmap();
        IntConsumer dependents =
                asset ->
                        relations.forEachDependent(
                                asset,
                                (source, type, target, _, _) -> {
                                    int other = source == asset ? target : source;
                                    if (along.test(type) && followed.test(other)) {
                                        next.add(other);
                                    }
                                });
        from.stream().forEach(dependents);
        return next;
    }
}
