package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which living hosts are meant.
 *
 * @param environment only hosts of this; null for all
 * @param group only hosts of this; null for all
 * @param q only hosts that this query finds; null for all. Where it asks for lifecycles, these
 *     count
 * @param at the moment asked for; null for now
 */
record HostSelection(
        @Nullable String environment,
        @Nullable String group,
        @Nullable String q,
        @Nullable Instant at) {

    HostQuery page(@Nullable String after, int limit) {
        return new HostQuery(environment, group, null, false, Lifecycle.LIVE, at, after, limit);
    }
}
