package dev.cadastre.api;

import java.util.List;

/**
 * A line of releases that hosts have.
 *
 * @param support whether it is supported
 * @param hosts how many hosts have it, as far as one may see
 * @param environments how many of each environment that has any, by name
 */
public record SupportLine(Support support, int hosts, List<EnvironmentHosts> environments) {

    /** Copies the list. */
    public SupportLine {
        environments = List.copyOf(environments);
    }

    /** How many hosts of an environment. */
    public record EnvironmentHosts(String environment, int hosts) {}
}
