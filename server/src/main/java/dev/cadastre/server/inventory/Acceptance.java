package dev.cadastre.server.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a report that was handed in. */
public sealed interface Acceptance {

    /**
     * The report is stored and committed.
     *
     * @param host the host's id
     * @param name the host's name here, which may differ from the one that was claimed
     * @param first whether it is the first report of that host
     * @param changes one entry for each section that changed; empty for a first or equal report
     * @param conflict why the report was not taken for the host of that name, null if it was
     */
    record Accepted(
            UUID host,
            String name,
            boolean first,
            List<SectionChange> changes,
            @Nullable String conflict)
            implements Acceptance {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Nothing is stored: the host's own clock says that a later report is already here.
     *
     * @param name the host's name
     * @param hostTime the report's time by the host's clock
     * @param lastHostTime that of the last accepted report
     */
    record Older(String name, Instant hostTime, Instant lastHostTime) implements Acceptance {}

    /**
     * Nothing is stored: the host was retired, and only a declared host comes back.
     *
     * @param name the host's name
     * @param since when it was retired
     */
    record Retired(String name, Instant since) implements Acceptance {}

    /**
     * What changed in one kind of content.
     *
     * @param kind the event's kind, {@code packages.changed}
     * @param added how many came
     * @param removed how many went
     * @param changed how many stayed with another value or version
     * @param summary one line for people
     */
    record SectionChange(String kind, int added, int removed, int changed, String summary) {}
}
