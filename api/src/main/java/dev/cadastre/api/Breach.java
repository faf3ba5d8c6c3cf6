package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a host breaches a rule.
 *
 * @param rule the rule's name
 * @param severity how bad that is; null if there is no such rule any longer
 * @param owner the team that answers for the rule; null if none is named
 * @param description what the rule is for; null if that is not said
 * @param host the host's name
 * @param environment the host's environment
 * @param since when it was first found to
 * @param until when it was first found not to any longer; null while it lasts
 */
public record Breach(
        String rule,
        Rule.@Nullable Severity severity,
        @Nullable String owner,
        @Nullable String description,
        String host,
        String environment,
        Instant since,
        @Nullable Instant until) {}
