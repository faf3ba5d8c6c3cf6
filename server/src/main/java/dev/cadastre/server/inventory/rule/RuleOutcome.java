package dev.cadastre.server.inventory.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last evaluation of a rule went.
 *
 * @param at when its query was answered last; null if it never was
 * @param problem why it was not the last time; null if it was
 */
record RuleOutcome(@Nullable Instant at, @Nullable String problem) {

    /** Of a rule that was not evaluated yet. */
    static final RuleOutcome NONE = new RuleOutcome(null, null);
}
