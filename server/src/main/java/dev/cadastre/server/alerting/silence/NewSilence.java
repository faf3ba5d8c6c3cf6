package dev.cadastre.server.alerting.silence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A silence that somebody wants.
 *
 * @param asset the cause of incidents, with all that is on it if it is a host; null if a query says
 *     that
 * @param q hosts, with all that is on them; null if an asset is named
 * @param begins when it begins; null for now
 * @param ends when it ends
 * @param reason why
 */
@NamedInterface("silence")
public record NewSilence(
        @Nullable String asset,
        @Nullable String q,
        @Nullable Instant begins,
        @Nullable Instant ends,
        String reason) {}
