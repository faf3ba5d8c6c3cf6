package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import java.util.Map;

/**
 * A monitor, or a template of monitors, as the estate file says it.
 *
 * @param name its name, unique among monitors or among templates
 * @param template whether monitors start from it, and it checks nothing itself
 * @param values by key; parameters in them are not substituted, for they stand for what each asset
 *     has that is checked
 * @param origin where it is defined
 */
public record DeclaredMonitor(
        String name, boolean template, Map<String, String> values, Origin origin) {

    /** Copies the values. */
    public DeclaredMonitor {
        values = Map.copyOf(values);
    }
}
