package dev.cadastre.server.topology.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two assets are connected, by as few relations as it takes.
 *
 * @param kind in which way
 * @param path from the first to the second; null if there is none
 * @param complete whether that is sure; if not, the limit was reached
 */
public record Connection(Kind kind, @Nullable Path path, boolean complete) {

    /** In which way two assets are connected. */
    public enum Kind {
        /** The first needs the second: each on the path needs the next. */
        NEEDS,
        /** The second needs the first: each on the path needs the one before. */
        IS_NEEDED,
        /** Neither needs the other, but relations lead from one to the other. */
        RELATED,
        /** By nothing. */
        NONE
    }

    /**
     * Between two assets: along dependencies that count, the shorter way where each needs the
     * other; and only if there is no such way, along relations of any type and direction.
     */
    public static Connection between(GraphView view, int first, int second, Limit limit) {
        Relation.requireAsset(first);
        Relation.requireAsset(second);
        Limited limited = new Limited(limit);
        Path needs = path(view, Search.Along.DEPENDENCIES, first, second, limited);
        Path needed = path(view, Search.Along.DEPENDENTS, first, second, limited);
        if (needs != null && (needed == null || length(needs) <= length(needed))) {
            return new Connection(Kind.NEEDS, needs, !limited.over);
        }
        if (needed != null) {
            return new Connection(Kind.IS_NEEDED, needed, !limited.over);
        }
        Path any = path(view, Search.Along.ALL, first, second, limited);
        return new Connection(any == null ? Kind.NONE : Kind.RELATED, any, !limited.over);
    }

    /** The way, if there is one. */
    public Optional<Path> way() {
        return Optional.ofNullable(path);
    }

    private static int length(Path path) {
        return path.relations().size();
    }

    private static @Nullable Path path(
            GraphView view, Search.Along along, int first, int second, Limit limit) {
        Search search = new Search(view, along);
        int position = search.reach(first, second, limit);
        return position < 0 ? null : search.found().path(position);
    }

    /** Remembers that the limit was reached; the searches that follow then end soon as well. */
    private static final class Limited implements Limit {

        private final Limit limit;
        private boolean over;

        Limited(Limit limit) {
            this.limit = limit;
        }

        @Override
        public boolean reached(int found) {
            over = over || limit.reached(found);
            return over;
        }
    }
}
