package dev.cadastre.server.change;

import dev.cadastre.change.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a change, as lists show it.
 *
 * @param id grows with each
 * @param name by which locks on hosts know it
 * @param plan what it carries out
 * @param archive the digest of the change's archive
 * @param change the change's name
 * @param status how far it has come, or how it ended
 * @param phase what it is about to do, or waits for
 * @param reason why that is its status, in a sentence; may be empty
 * @param who the actor that started it
 * @param person the person behind that
 * @param why what for; may be empty
 * @param environments those of its hosts
 * @param hosts by name, as far as they are shown
 * @param begunAt when it was started
 * @param endedAt when nothing was left to do; null if something is
 * @param revision the number of the last entry of its journal
 * @param undoing whether it is, or was, being undone
 * @param approvedBy the second person; empty for none
 * @param offlineBy who carried it out without this server, by their own account; empty if it did
 */
public record ChangeRun(
        long id,
        String name,
        UUID plan,
        String archive,
        String change,
        Status status,
        RunPhase phase,
        String reason,
        String who,
        String person,
        String why,
        List<String> environments,
        List<RunHost> hosts,
        Instant begunAt,
        @Nullable Instant endedAt,
        int revision,
        boolean undoing,
        String approvedBy,
        String offlineBy) {

    /** Copies what it has several of. */
    public ChangeRun {
        environments = List.copyOf(environments);
        hosts = List.copyOf(hosts);
    }

    /** Whether this server has only its journal. */
    public boolean isUploaded() {
        return !offlineBy.isEmpty();
    }

    /**
     * A host of a run.
     *
     * @param environment that it was in when the run was planned
     */
    public record RunHost(String host, String environment) {}

    /** The same with these hosts, of these environments, and without what may name others. */
    public ChangeRun showing(List<String> someEnvironments, List<RunHost> some, String other) {
        return with(phase, other, someEnvironments, some);
    }

    /** The same in another phase. */
    public ChangeRun in(RunPhase other) {
        return with(other, reason, environments, hosts);
    }

    private ChangeRun with(
            RunPhase otherPhase,
            String otherReason,
            List<String> otherEnvironments,
            List<RunHost> otherHosts) {
        return new ChangeRun(
                id,
                name,
                plan,
                archive,
                change,
                status,
                otherPhase,
                otherReason,
                who,
                person,
                why,
                otherEnvironments,
                otherHosts,
                begunAt,
                endedAt,
                revision,
                undoing,
                approvedBy,
                offlineBy);
    }
}
