package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment: dev, qa, prod.
 *
 * @param name its name, unique among environments
 * @param owner the name of the team that answers for it; null when none is named
 * @param approval whether a second person has to approve each run of a change there
 * @param trust the signers of which one has to have signed each parcel that is deployed there; null
 *     where parcels need no signature
 * @param origin where it is defined; its line is 0 when that was by API
 */
public record Environment(
        String name,
        @Nullable String owner,
        boolean approval,
        @Nullable List<String> trust,
        Origin origin) {
    /** Copies what it has several of. */
    public Environment {
        trust = trust == null ? null : List.copyOf(trust);
    }

    /** The environment of hosts that state none. */
    public static final String UNASSIGNED = "unassigned";

    /** Whether the file declares it, so that only the file can change it. */
    public boolean isInFile() {
        return origin.line() > 0;
    }
}
