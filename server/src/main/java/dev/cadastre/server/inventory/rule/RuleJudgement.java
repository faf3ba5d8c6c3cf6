package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;

/**
 * What is known of who breaches a rule.
 *
 * @param rule the rule
 * @param at when its query was answered last; null if it never was
 * @param problem why its query could not be answered the last time; null if it was
 * @param hosts the ordinals of the hosts that it found when it was answered last, or a moment later
 */
@NamedInterface("rule")
public record RuleJudgement(
        Rule rule, @Nullable Instant at, @Nullable String problem, RoaringBitmap hosts) {}
