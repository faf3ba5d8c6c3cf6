package dev.cadastre.server.monitoring.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A window that somebody wants, as it was said.
 *
 * @param asset an asset, with all that is on it if it is a host; null if a query says that
 * @param q hosts, with all that is on them; null if an asset is named
 * @param begins when it begins; null for now
 * @param ends when it ends; null if that was not said, which is refused
 * @param reason why
 */
@NamedInterface("window")
public record NewWindow(
        @Nullable String asset,
        @Nullable String q,
        @Nullable Instant begins,
        @Nullable Instant ends,
        String reason) {}
