package dev.cadastre.server.monitoring.watching;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Monitors, the worst first.
 *
 * @param any whether there is any monitor within reach, asked for or not
 * @param counts how many there are of each condition by environment, whichever environment and
 *     conditions are asked for
 * @param monitors those that are asked for
 * @param next the place of the last of them; null if no more follow
 */
@NamedInterface("watching")
public record Overview(
        boolean any,
        SortedMap<String, Map<Condition, Long>> counts,
        List<Monitor> monitors,
        @Nullable OverviewPlace next) {

    /** Copies the list. */
    public Overview {
        monitors = List.copyOf(monitors);
    }
}
