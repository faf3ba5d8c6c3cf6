package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.state.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * One check of one asset, and what is thought of it.
 *
 * @param row what it is
 * @param definition how it is checked
 * @param standing what is thought of it
 * @param last its last result; null before the first
 */
@NamedInterface("watching")
public record Monitor(
        MonitorRow row,
        MonitorDefinition definition,
        Standing standing,
        @Nullable LastResult last) {

    /** What there is to say of it in a word. */
    public Condition condition() {
        return Condition.of(definition.enabled(), standing);
    }
}
