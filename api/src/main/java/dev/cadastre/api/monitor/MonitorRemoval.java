package dev.cadastre.api.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which monitors are to go.
 *
 * @param ids their ids
 * @param reason why; null if that is not said
 */
public record MonitorRemoval(List<Long> ids, @Nullable String reason) {}
