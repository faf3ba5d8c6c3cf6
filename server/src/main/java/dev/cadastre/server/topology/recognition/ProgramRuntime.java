package dev.cadastre.server.topology.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program runs on.
 *
 * @param root the folder of its virtual environment or modules; null for the system's own
 * @param packages what that root has
 */
public record ProgramRuntime(@Nullable String root, List<Installed> packages) {
    /** Keeps a copy of the packages. */
    public ProgramRuntime {
        packages = List.copyOf(packages);
    }
}
