package dev.cadastre.server.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hosts that somebody may send reports of. */
public sealed interface ReportScope {

    /**
     * One host, whatever name the report itself carries.
     *
     * @param host its name in the register
     * @param environment its environment when the token was made; null where none was named
     */
    record OneHost(String host, @Nullable String environment) implements ReportScope {}

    /** Every host, known or new, of the environments in {@code reach}; never of none. */
    record HostsOf(Reach reach) implements ReportScope {}

    /** No host at all. */
    record NoHost() implements ReportScope {}

    /** The widest scope that the grants of reporters and the right to write reports add up to. */
    static ReportScope of(Reach written, List<Grant> reporters) {
        Reach reach = union(written, reporters);
        if (reach.environments() == null || !reach.environments().isEmpty()) {
            return new HostsOf(reach);
        }
        return reporters.stream().flatMap(ReportScope::oneHost).findFirst().orElse(new NoHost());
    }

    private static Reach union(Reach written, List<Grant> reporters) {
        Set<String> environments = written.environments();
        if (environments == null) {
            return Reach.ALL;
        }
        Set<String> union = new HashSet<>(environments);
        for (Grant grant : reporters) {
            if (grant.host() != null) {
                continue;
            }
            if (grant.environment() == null) {
                return Reach.ALL;
            }
            union.add(grant.environment());
        }
        return new Reach(union);
    }

    private static Stream<ReportScope> oneHost(Grant grant) {
        return grant.host() == null
                ? Stream.empty()
                : Stream.of(new OneHost(grant.host(), grant.environment()));
    }
}
