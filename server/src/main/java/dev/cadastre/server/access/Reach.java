package dev.cadastre.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environments that somebody's permission covers.
 *
 * @param environments their names, or null where it covers all, also those yet to come
 */
public record Reach(@Nullable Set<String> environments) {

    /** Covers every environment. */
    public static final Reach ALL = new Reach(null);

    /** Covers nothing. */
    public static final Reach NONE = new Reach(Set.of());

    /** Copies the names. */
    public Reach {
        environments = environments == null ? null : Set.copyOf(environments);
    }

    /** Whether {@code environment} is covered. */
    public boolean covers(String environment) {
        return environments == null || environments.contains(environment);
    }

    /** The names as a query parameter: null matches all. */
    public String @Nullable [] parameter() {
        return environments == null ? null : environments.toArray(String[]::new);
    }
}
