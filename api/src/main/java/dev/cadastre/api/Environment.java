package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * An environment and the state of its living hosts.
 *
 * @param name unique; {@code unassigned} holds the hosts of which no other is known
 * @param owner the team that answers for it; null if none is stated
 * @param hosts how many living hosts it has
 * @param failing how many of them could not be collected at the last attempt
 * @param stale how many of them have not told anything for longer than they should
 * @param source the line that declares it; null if it is known from its hosts only
 */
public record Environment(
        String name,
        @Nullable String owner,
        int hosts,
        int failing,
        int stale,
        @Nullable Origin source) {}
