package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunTally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of runs.
 *
 * @param tallies the environments that had any, with the newest run of each
 * @param runs those of this page, the newest first
 * @param filter what they are narrowed by
 * @param next the address of the next page; null on the last
 */
public record RunListing(
        List<RunTally> tallies, List<ChangeRun> runs, RunFilter filter, @Nullable String next) {

    /** All that can be asked for. */
    public static final List<Status> STATUSES = List.of(Status.values());

    /** Whether there was any run at all. */
    public boolean any() {
        return !tallies.isEmpty() || !runs.isEmpty();
    }
}
