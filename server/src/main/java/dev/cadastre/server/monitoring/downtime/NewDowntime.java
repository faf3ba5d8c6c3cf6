package dev.cadastre.server.monitoring.downtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A downtime that somebody wants.
 *
 * @param asset an asset, with all that is on it if it is a host; null if a query says that
 * @param q hosts, with all that is on them; null if an asset is named
 * @param begins when it begins; null for now
 * @param ends when it ends
 * @param reason why
 */
@NamedInterface("downtime")
public record NewDowntime(
        @Nullable String asset,
        @Nullable String q,
        @Nullable Instant begins,
        Instant ends,
        String reason) {}
