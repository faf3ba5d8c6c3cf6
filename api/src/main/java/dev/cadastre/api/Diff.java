package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two hosts, or one host at two moments, differ. Lists are sorted by name; all are empty where
 * nothing differs.
 *
 * @param a the first side
 * @param b the second side
 */
public record Diff(
        Side a,
        Side b,
        List<PackageDifference> packages,
        List<Difference<Object>> facts,
        List<Difference<Service>> services,
        List<Difference<Daemon>> daemons,
        List<Difference<InstalledRuntime>> runtimes) {

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
