package dev.cadastre.server.monitoring;

import java.util.List;

/**
 * There are other monitors, or some are checked otherwise. Published in the transaction that
 * changes them.
 *
 * @param changed ids of those that are new or different
 * @param ended ids of those that are no more
 */
public record MonitorsChanged(List<Long> changed, List<Long> ended) {

    /** Copies both. */
    public MonitorsChanged {
        changed = List.copyOf(changed);
        ended = List.copyOf(ended);
    }
}
