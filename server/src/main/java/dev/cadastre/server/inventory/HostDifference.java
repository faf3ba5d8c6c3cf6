package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a host, or a moment of it, differs from another. What is alike is left out.
 *
 * @param a seen as the one before
 * @param b seen as the one after
 * @param packages by name, type and root
 * @param facts state only, by name
 * @param services by name and address
 * @param daemons by name
 * @param runtimes by kind and path
 */
public record HostDifference(
        HostMoment a,
        HostMoment b,
        List<PackageDifference> packages,
        List<ValueDifference> facts,
        List<ValueDifference> services,
        List<ValueDifference> daemons,
        List<ValueDifference> runtimes) {
    public HostDifference {
        packages = List.copyOf(packages);
        facts = List.copyOf(facts);
        services = List.copyOf(services);
        daemons = List.copyOf(daemons);
        runtimes = List.copyOf(runtimes);
    }

    /** Whether nothing differs. */
    public boolean alike() {
        return packages.isEmpty()
                && facts.isEmpty()
                && services.isEmpty()
                && daemons.isEmpty()
                && runtimes.isEmpty();
    }

    /** In which way something differs. */
    public enum Change {
        /** Only b has it. */
        ADDED,
        /** Only a has it. */
        REMOVED,
        /** Both have it, with another version or value. */
        CHANGED
    }

    /**
     * A package that differs.
     *
     * @param change in which way
     * @param name the package's name
     * @param type the kind of package
     * @param arch null where packages have none
     * @param root the folder that holds it; null for the system itself
     * @param from the versions at a; empty if added
     * @param to the versions at b; empty if removed
     */
    public record PackageDifference(
            Change change,
            String name,
            PackageType type,
            @Nullable String arch,
            @Nullable String root,
            List<String> from,
            List<String> to) {
        public PackageDifference {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * Something else that differs.
     *
     * @param change in which way
     * @param name what it is about
     * @param from the value at a, for a person; null if added
     * @param to the value at b, for a person; null if removed
     */
    public record ValueDifference(
            Change change, String name, @Nullable String from, @Nullable String to) {}
}
