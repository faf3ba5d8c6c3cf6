package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts to collect now: those named, or those of an environment, or all.
 *
 * @param hosts names; null to choose otherwise
 * @param environment null to choose otherwise
 */
public record CollectionRequest(@Nullable List<String> hosts, @Nullable String environment) {}
