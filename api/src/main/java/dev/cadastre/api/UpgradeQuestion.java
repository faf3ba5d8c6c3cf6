package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * The question which newer versions the repositories of hosts offer.
 *
 * @param q which hosts to ask, in the query language; null for all
 */
public record UpgradeQuestion(@Nullable String q) {}
