package dev.cadastre.parcel.parameters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * How schemas hold and refer to each other: each leads to its parts and to what its {@code $ref}
 * leads to. Says what would become of them with each {@code $ref} replaced, without replacing any:
 * each schema is reckoned once, after those that it leads to, and never recursively.
 */
final class ReferenceGraph {

    /** Counts stop here; nothing that is refused anyway needs to be told apart. */
    private static final long MOST = Integer.MAX_VALUE;

    private final List<Subschema> schemas;
    private final long[] sizes;
    private final long[] depths;
    private final int[] open;

    private ReferenceGraph(List<Subschema> schemas) {
        this.schemas = schemas;
        sizes = new long[schemas.size()];
        depths = new long[schemas.size()];
        open = new int[schemas.size()];
    }

    static ReferenceGraph of(List<Subschema> schemas) {
        ReferenceGraph graph = new ReferenceGraph(schemas);
        graph.reckon();
        return graph;
    }

    /** How many schemas the top one consists of; at most 2³¹-1. Of no use if one is endless. */
    long size() {
        return sizes[0];
    }

    /** How deep schemas stand in each other, the top one being 1. */
    long depth() {
        return depths[0];
    }

    private static Stream<Subschema> next(Subschema schema) {
        return Stream.concat(schema.children().stream(), Stream.ofNullable(schema.target()));
    }

    private void reckon() {
        List<List<Subschema>> before = new ArrayList<>();
        schemas.forEach(schema -> before.add(new ArrayList<>()));
        Deque<Subschema> ready = new ArrayDeque<>();
        for (Subschema schema : schemas) {
            next(schema).forEach(other -> before.get(other.number()).add(schema));
            open[schema.number()] = (int) next(schema).count();
            if (open[schema.number()] == 0) {
                ready.add(schema);
            }
        }
        while (!ready.isEmpty()) {
            Subschema schema = ready.remove();
            add(schema);
            for (Subschema other : before.get(schema.number())) {
                if (--open[other.number()] == 0) {
                    ready.add(other);
                }
            }
        }
    }

    private void add(Subschema schema) {
        long size = 1;
        long depth = 0;
        for (Subschema other : (Iterable<Subschema>) next(schema)::iterator) {
            size = Math.min(MOST, size + sizes[other.number()]);
            depth = Math.max(depth, depths[other.number()]);
        }
        sizes[schema.number()] = size;
        depths[schema.number()] = depth + 1;
    }

    /** Whether replacing each {@code $ref} would never come to an end. */
    boolean isEndless() {
        return schemas.stream().anyMatch(this::isEndless);
    }

    /**
     * Those schemas whose {@code $ref} leads, by any number of others, back to a schema around it,
     * or from one such round to the next.
     */
    List<Subschema> endless() {
        int[] from = new int[schemas.size()];
        List<Subschema> left = schemas.stream().filter(this::isEndless).toList();
        left.forEach(schema -> endlessAfter(schema).forEach(other -> from[other.number()]++));
        Deque<Subschema> outside = new ArrayDeque<>();
        left.stream().filter(schema -> from[schema.number()] == 0).forEach(outside::add);
        while (!outside.isEmpty()) {
            Subschema schema = outside.remove();
            endlessAfter(schema).filter(other -> --from[other.number()] == 0).forEach(outside::add);
        }
        return left.stream().filter(schema -> goesRound(from, schema)).toList();
    }

    private static boolean goesRound(int[] from, Subschema schema) {
        Subschema target = schema.target();
        return target != null && from[schema.number()] > 0 && from[target.number()] > 0;
    }

    private Stream<Subschema> endlessAfter(Subschema schema) {
        return next(schema).filter(this::isEndless);
    }

    /** What waits for others until the end is part of a round, or leads to one. */
    private boolean isEndless(Subschema schema) {
        return open[schema.number()] > 0;
    }
}
