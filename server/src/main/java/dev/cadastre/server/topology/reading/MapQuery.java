package dev.cadastre.server.topology.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which part of the map is wanted.
 *
 * @param assets only around these; empty for all
 * @param depth how many relations away from them at most
 * @param environment only in this, and what is directly beside it; null for all
 * @param q only on hosts that this query finds, and what is directly beside them; null for all
 * @param at the moment; null for now
 * @param limit the most assets to return
 */
@NamedInterface("reading")
public record MapQuery(
        List<String> assets,
        int depth,
        @Nullable String environment,
        @Nullable String q,
        @Nullable Instant at,
        int limit) {

    /** Copies the names. */
    public MapQuery {
        assets = List.copyOf(assets);
    }
}
