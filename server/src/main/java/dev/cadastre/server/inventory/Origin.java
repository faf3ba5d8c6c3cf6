package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is said to be of, and on what grounds.
 *
 * @param name the host's name, {@code [A-Za-z0-9._-]+}
 * @param naming what the name rests on
 * @param environment the host's environment; null keeps the one that is known, or {@code
 *     unassigned} for a new host
 * @param groups the host's groups; null keeps those that are known
 * @param source how the report came
 * @param reach the environments whose hosts the report may be of
 * @param actor who brought it, for the timeline: {@code system}, {@code token:web1}
 */
public record Origin(
        String name,
        Naming naming,
        @Nullable String environment,
        @Nullable List<String> groups,
        Source source,
        Reach reach,
        String actor) {

    /** What the name of a report's host rests on. */
    public enum Naming {
        /** The estate states it, and the server went there itself. */
        DECLARED,
        /**
         * The sender's credential is good for a host of this name only, or another inventory keeps
         * the host under it.
         */
        BOUND,
        /** The report itself says so. */
        CLAIMED
    }

    /** A report that may be of any host. */
    public Origin(
            String name,
            Naming naming,
            @Nullable String environment,
            @Nullable List<String> groups,
            Source source,
            String actor) {
        this(name, naming, environment, groups, source, Reach.ALL, actor);
    }

    public Origin {
        groups = groups == null ? null : List.copyOf(groups);
    }
}
