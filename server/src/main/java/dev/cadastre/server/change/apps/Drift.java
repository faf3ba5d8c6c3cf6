package dev.cadastre.server.change.apps;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that is not as it is declared.
 *
 * @param app the app that declares it; null for what the estate declares
 * @param kind a stable word for what differs
 * @param subject which one
 * @param declared what it should be
 * @param seen what it is
 */
@NamedInterface("apps")
public record Drift(
        @Nullable String app,
        String environment,
        String host,
        String kind,
        String subject,
        String declared,
        String seen) {}
