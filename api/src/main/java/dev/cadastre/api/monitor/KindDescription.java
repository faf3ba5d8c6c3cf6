package dev.cadastre.api.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of monitors, and what it can be told.
 *
 * @param kind its name
 * @param meaning what it checks, as a phrase
 * @param availability whether the asset does not work at all when it is critical, unless somebody
 *     says so
 * @param settings what it can be told, in the order in which people should read it
 */
public record KindDescription(
        MonitorKind kind, String meaning, boolean availability, List<Setting> settings) {

    /**
     * Something that a kind can be told.
     *
     * @param name in camel case; letter case does not count
     * @param meaning what it does, as a phrase
     * @param usual what it is if nothing is said; null if it is then without a value
     * @param example a value that is right
     * @param required whether it must be given
     */
    public record Setting(
            String name,
            String meaning,
            @Nullable String usual,
            String example,
            boolean required) {}
}
