package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host to add without editing the estate file.
 *
 * @param address where to reach it, {@code ops@web1:22}; user and port may be left out. For a host
 *     that pushes, its name suffices.
 * @param name null to take it from the address
 * @param environment null for {@code unassigned}
 * @param groups null for none
 * @param push true if it will push its reports and is not to be connected to
 */
public record NewHost(
        String address,
        @Nullable String name,
        @Nullable String environment,
        @Nullable List<String> groups,
        @Nullable Boolean push) {}
