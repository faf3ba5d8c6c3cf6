package dev.cadastre.server.access;

import dev.cadastre.server.access.AccessProblem.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,253}");

    /**
     * Checks the names.
     *
     * @throws AccessProblem where one is none, or a host is named for a role that is not about one
     */
    public Grant {
        List<Flaw> flaws = new ArrayList<>();
        if (environment != null && !NAME.matcher(environment).matches()) {
            flaws.add(new Flaw("environment", "That is not the name of an environment."));
        }
        if (host != null && !NAME.matcher(host).matches()) {
            flaws.add(new Flaw("host", "That is not the name of a host."));
        }
        if (host != null && role != Role.REPORTER) {
            flaws.add(new Flaw("host", "Only a REPORTER is bound to one host."));
        }
        AccessProblem.refuse(flaws);
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
