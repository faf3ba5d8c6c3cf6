package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a rule stands.
 *
 * @param rule the rule
 * @param hosts how many hosts within reach breach it, as far as is known
 * @param evaluatedAt when its query was answered last; null if it never was
 * @param problem why its query could not be answered the last time; null if it was
 */
@NamedInterface("rule")
public record RuleStatus(
        Rule rule, long hosts, @Nullable Instant evaluatedAt, @Nullable String problem) {}
