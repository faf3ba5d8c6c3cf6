package dev.cadastre.api.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a change, as far as the reader may see it.
 *
 * @param id grows with each
 * @param name by which locks on hosts know it
 * @param change its name
 * @param reason why that is its status, in a sentence; null if there is nothing to say, or the
 *     reader does not see all of the run
 * @param who who started it
 * @param why what for; null if that was not said
 * @param plan the id of the plan that it carries out
 * @param archive the digest of the change's archive
 * @param environments those of its hosts
 * @param hosts by name
 * @param endedAt when nothing was left to do; null if something is
 * @param revision grows with each entry of its journal
 * @param undoing whether it is, or was, being undone
 * @param approvedBy the second person; null if there is none
 * @param offlineBy who carried it out without the server, by their own account, and had its journal
 *     uploaded; null if the server did
 */
public record Run(
        long id,
        String name,
        String change,
        RunStatus status,
        RunPhase phase,
        @Nullable String reason,
        String who,
        @Nullable String why,
        UUID plan,
        String archive,
        List<String> environments,
        List<String> hosts,
        Instant begunAt,
        @Nullable Instant endedAt,
        int revision,
        boolean undoing,
        @Nullable String approvedBy,
        @Nullable String offlineBy) {}
