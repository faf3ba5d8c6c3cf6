package dev.cadastre.server.web.api;

import dev.cadastre.server.topology.reading.MapQuery;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of the map is asked for. */
@Parameters
public record MapParameters(
        List<String> asset,
        @Nullable Integer depth,
        @Nullable String environment,
        @Nullable String q,
        @Nullable Instant at,
        @Nullable Integer limit,
        @Nullable MapFormat format) {

    private static final NumberWithin DEPTH = new NumberWithin("depth", 0, 100, 1);
    private static final NumberWithin LIMIT = new NumberWithin("limit", 1, 10_000, 1_000);

    /** The same for the part that has the map. */
    public MapQuery query() {
        return new MapQuery(
                asset,
                DEPTH.of(depth),
                environment,
                q == null || q.isBlank() ? null : q,
                at,
                LIMIT.of(limit));
    }
}
