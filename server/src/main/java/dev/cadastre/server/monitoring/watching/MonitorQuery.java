package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.Watched;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which monitors; null for any.
 *
 * @param asset of an asset
 * @param environment in an environment
 * @param name of that name
 * @param definition made by a definition
 * @param states whose last result says one of these; none for any
 * @param after those whose id is above; 0 for all
 * @param limit the most that are told
 */
@NamedInterface("watching")
public record MonitorQuery(
        @Nullable String asset,
        @Nullable String environment,
        @Nullable String name,
        @Nullable Long definition,
        Set<MonitorState> states,
        long after,
        int limit) {

    /** Copies the states. */
    public MonitorQuery {
        states = Set.copyOf(states);
    }

    boolean matches(Watched one) {
        return is(asset, one.row().asset())
                && is(environment, one.row().environment())
                && is(name, one.row().name())
                && (definition == null || definition == one.row().definition())
                && (states.isEmpty() || states.contains(one.standing().state()));
    }

    private static boolean is(@Nullable String wanted, String has) {
        return wanted == null || wanted.equals(has);
    }
}
