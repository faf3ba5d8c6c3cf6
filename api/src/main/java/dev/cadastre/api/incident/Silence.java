package dev.cadastre.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which incidents are not told. Those that are still open at its end are told then.
 *
 * @param id never means another
 * @param asset the cause that it is about, with all that is on it if it is a host; null if a query
 *     says that
 * @param q the hosts that it is about, with all that is on them; null if it is about one asset
 * @param begins when it begins
 * @param ends when it ends
 * @param reason why
 * @param madeAt when it was said
 * @param madeBy who said so
 */
public record Silence(
        long id,
        @Nullable String asset,
        @Nullable String q,
        Instant begins,
        Instant ends,
        String reason,
        Instant madeAt,
        String madeBy) {}
