package dev.cadastre.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host as the estate states it.
 *
 * @param name unique among living hosts
 * @param environment where it belongs
 * @param groups in the order in which they are asked for values
 * @param address where it is reached, {@code local} for the server's own machine; null if it
 *     reports by itself
 * @param file the estate file that states it; null if it was added by the API
 * @param line the line in that file; 0 without a file
 */
public record Declaration(
        String name,
        String environment,
        List<String> groups,
        @Nullable String address,
        @Nullable String file,
        int line) {
    public Declaration {
        groups = List.copyOf(groups);
    }
}
