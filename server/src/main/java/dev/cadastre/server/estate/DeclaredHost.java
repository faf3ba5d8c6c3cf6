package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host that the estate file or the API declares.
 *
 * @param name its name, unique among hosts in whatever case
 * @param environment its environment, {@link Environment#UNASSIGNED} when none is stated
 * @param groups its groups, in the order in which values are looked up
 * @param address where it is reached
 * @param owner the name of the team that answers for it; null when none is named
 * @param ssh how to sign in to it
 * @param jsonstats where its jsonstats server is; null when it has none
 * @param origin where it is declared; its line is 0 when that was by API
 */
public record DeclaredHost(
        String name,
        String environment,
        List<String> groups,
        HostAddress address,
        @Nullable String owner,
        SshSettings ssh,
        @Nullable URI jsonstats,
        Origin origin) {

    /** Keeps a copy of the groups. */
    public DeclaredHost {
        groups = List.copyOf(groups);
    }

    /** Whether the server connects to it; if not, it sends its reports by itself. */
    public boolean isConnectedTo() {
        return address.kind() != HostAddress.Kind.NONE;
    }

    /** Whether the file declares it, so that only the file can change it. */
    public boolean isInFile() {
        return origin.line() > 0;
    }
}
