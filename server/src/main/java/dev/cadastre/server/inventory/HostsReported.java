package dev.cadastre.server.inventory;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Published in the transaction that takes reports in. */
public record HostsReported(List<Reported> reports) {

    /** Copies the reports. */
    public HostsReported {
        reports = List.copyOf(reports);
    }

    /**
     * What a report told of a host.
     *
     * @param host its ordinal
     * @param at when it was taken in
     * @param connections those of the report; null if it does not tell, or is not believed in that
     * @param changed whether anything else is told than before
     */
    public record Reported(
            int host,
            Instant at,
            @Nullable SortedSet<ConnectionLine> connections,
            boolean changed) {}
}
