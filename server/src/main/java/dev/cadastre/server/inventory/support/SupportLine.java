package dev.cadastre.server.inventory.support;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.modulith.NamedInterface;

/**
 * A line of releases with the hosts that have it.
 *
 * @param judgement whether it is supported
 * @param environments how many hosts of each environment have it, by name
 */
@NamedInterface("support")
public record SupportLine(SupportJudgement judgement, SortedMap<String, Integer> environments) {

    /** Copies the map. */
    public SupportLine {
        environments = new TreeMap<>(environments);
    }

    /** In all environments. */
    public int hosts() {
        return environments.values().stream().mapToInt(Integer::intValue).sum();
    }
}
