package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A query that is to find no host.
 *
 * @param name its name, unique among rules
 * @param q the query; hosts that it finds breach the rule
 * @param owner the name of the team that answers for it; null when none is named
 * @param severity how bad a breach is
 * @param description what it is for; null when that is not said
 * @param origin where it is defined; its line is 0 when that was by API
 */
public record Rule(
        String name,
        String q,
        @Nullable String owner,
        RuleSeverity severity,
        @Nullable String description,
        Origin origin) {

    /** What no rule can be called, since the API lists the breaches under that address. */
    static final String RESERVED = "breaches";

    /** Whether a rule can be called so. */
    public static boolean canBeCalled(String name) {
        return Name.isValid(name) && !name.equals(RESERVED);
    }

    /** Whether the file declares it, so that only the file can change it. */
    public boolean isInFile() {
        return origin.line() > 0;
    }
}
