package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two hosts, or one host at two moments, differ. What is alike is left out.
 *
 * @param a the first side
 * @param b the second side
 * @param packages by name, type and root
 * @param facts state only, by name
 * @param services by name and address
 * @param daemons by name
 * @param runtimes by kind and path
 */
public record Diff(
        Side a,
        Side b,
        List<PackageDifference> packages,
        List<ValueDifference> facts,
        List<ValueDifference> services,
        List<ValueDifference> daemons,
        List<ValueDifference> runtimes) {

    /** Copies the lists. */
    public Diff {
        packages = List.copyOf(packages);
        facts = List.copyOf(facts);
        services = List.copyOf(services);
        daemons = List.copyOf(daemons);
        runtimes = List.copyOf(runtimes);
    }

    /**
     * What is compared.
     *
     * @param host its name
     * @param at the moment; null for now
     */
    public record Side(String host, @Nullable Instant at) {}
}
