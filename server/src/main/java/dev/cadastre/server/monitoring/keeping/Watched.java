package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.state.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A monitor in memory. Immutable.
 *
 * @param row what it is
 * @param definition what it checks, as its definition says for all of its assets
 * @param standing what is thought of it
 * @param last its last result; null before the first, and for what was not checked since the start
 */
public record Watched(
        MonitorRow row,
        MonitorDefinition definition,
        Standing standing,
        @Nullable LastResult last) {

    /** Its id. */
    public long id() {
        return row.id();
    }

    /** The same with another standing and result. */
    public Watched after(Standing now, @Nullable LastResult result) {
        return new Watched(row, definition, now, result);
    }

    /** The same as something else, or by another definition. */
    public Watched as(MonitorRow other, MonitorDefinition by) {
        return new Watched(other, by, standing, last);
    }
}
