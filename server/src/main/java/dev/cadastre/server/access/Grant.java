package dev.cadastre.server.access;

import org.jspecify.annotations.Nullable;

/**
 * A role in one environment or in all.
 *
 * @param environment null for all, also those yet to come
 * @param host the only host that a {@link Role#REPORTER} may report; null for any host of the
 *     environment, and for every other role
 */
public record Grant(Role role, @Nullable String environment, @Nullable String host) {

    /** Everything, everywhere. */
    public static final Grant EVERYTHING = new Grant(Role.ADMINISTRATOR, null);

    /** Refuses a host for a role that is not about one. */
    public Grant {
        if (host != null && role != Role.REPORTER) {
            throw new IllegalArgumentException("Only a reporter is bound to one host");
        }
    }

    /** A role for all hosts of an environment, or of all environments where it is null. */
    public Grant(Role role, @Nullable String environment) {
        this(role, environment, null);
    }

    boolean allows(Verb verb, Part part) {
        return role.allows(verb, part);
    }

    boolean covers(@Nullable String asked) {
        return environment == null || environment.equals(asked);
    }
}
