package dev.cadastre.api.app;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it is declared.
 *
 * @param app which app declares it, as {@code shop@qa}; null for what the estate declares
 * @param host where
 * @param kind a stable word for what differs, as {@code file}, {@code package}, {@code daemon}
 * @param subject which one, as {@code /etc/shop.conf}
 * @param declared what it should be
 * @param seen what it is
 */
public record Drift(
        @Nullable String app,
        String environment,
        String host,
        String kind,
        String subject,
        String declared,
        String seen) {}
