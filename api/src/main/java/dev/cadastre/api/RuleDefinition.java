package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * What a rule is to be.
 *
 * @param q a query that is to find no host
 * @param owner the team that answers for it; null for none
 * @param severity how bad a breach is; null for WARNING
 * @param description what it is for; null if that is not said
 */
public record RuleDefinition(
        String q,
        @Nullable String owner,
        Rule.@Nullable Severity severity,
        @Nullable String description) {}
