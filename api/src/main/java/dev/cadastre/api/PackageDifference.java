package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package that is not the same on both sides.
 *
 * @param arch null where such packages have none
 * @param root the folder of the environment that holds it; null for the system itself
 * @param from the versions on the first side; empty where it is missing there
 * @param to the versions on the second side; empty where it is missing there
 */
public record PackageDifference(
        Change change,
        String name,
        String type,
        @Nullable String arch,
        @Nullable String root,
        List<String> from,
        List<String> to) {

    /** Copies the versions. */
    public PackageDifference {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
