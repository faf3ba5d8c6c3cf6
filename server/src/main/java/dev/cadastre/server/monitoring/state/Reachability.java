package dev.cadastre.server.monitoring.state;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Whether what is monitored can work at all, by what it needs.
 *
 * @param way whether what it needs works
 * @param because the asset that is down or in doubt, such as {@code service:5432-tcp@db1}; null if
 *     all that is needed works
 */
@NamedInterface("state")
public record Reachability(Way way, @Nullable String because) {

    /** All that it needs works, as far as is known. */
    public static final Reachability REACHABLE = new Reachability(Way.REACHABLE, null);

    /** Whether what is needed works. */
    public enum Way {
        /** As far as is known. */
        REACHABLE,
        /** Something that it needs may be down, and is being looked at again. */
        DOUBTFUL,
        /** Something that it needs is down, and nothing stands in for it. */
        UNREACHABLE
    }

    /** Something that it needs is down. */
    public static Reachability unreachable(String because) {
        return new Reachability(Way.UNREACHABLE, because);
    }

    /** Something that it needs may be down. */
    public static Reachability doubtful(String because) {
        return new Reachability(Way.DOUBTFUL, because);
    }

    /** Whether something that it needs is known to be down. */
    public boolean isUnreachable() {
        return way == Way.UNREACHABLE;
    }
}
