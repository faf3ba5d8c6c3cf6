package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.RuleSeverity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * That a host breaches a rule.
 *
 * @param rule the rule's name
 * @param severity how bad that is now; null if there is no such rule any longer
 * @param owner the team that answers for the rule; null if none is named
 * @param description what the rule is for; null if that is not said
 * @param host the host's name
 * @param environment the host's environment
 * @param since the first moment at which it was found to
 * @param until the first moment at which it was found not to any longer; null while it lasts
 */
@NamedInterface("rule")
public record Breach(
        String rule,
        @Nullable RuleSeverity severity,
        @Nullable String owner,
        @Nullable String description,
        String host,
        String environment,
        Instant since,
        @Nullable Instant until) {}
