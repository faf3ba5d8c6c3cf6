package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a pushed report. It is answered after the report is safely stored.
 *
 * @param host the name of the host's record, which may differ from the one that was claimed
 * @param accepted always true; a report that is not accepted is answered with a problem
 * @param first whether it is the first report of that host
 * @param changes one entry for each kind of content that changed; empty for a first report
 * @param conflict why the report was not taken for the host of that name; null if it was
 */
public record ReportReceipt(
        String host,
        boolean accepted,
        boolean first,
        List<SectionChange> changes,
        @Nullable String conflict) {

    /** Copies the changes. */
    public ReportReceipt {
        changes = List.copyOf(changes);
    }

    /**
     * What changed in one kind of content.
     *
     * @param kind the timeline event's kind, {@code packages.changed}
     * @param added how many came
     * @param removed how many went
     * @param changed how many stayed with another value or version
     * @param summary one line for people
     */
    public record SectionChange(String kind, int added, int removed, int changed, String summary) {}
}
