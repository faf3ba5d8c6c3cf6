package dev.cadastre.server.inventory.rule;

import dev.cadastre.ini.Origin;
import org.springframework.modulith.NamedInterface;

/** What became of the wish to change a rule. */
@NamedInterface("rule")
public sealed interface RuleChange {

    /** It was changed. */
    @NamedInterface("rule")
    record Done() implements RuleChange {}

    /** The estate file states the rule, and only the file changes it. */
    @NamedInterface("rule")
    record DeclaredInFile(Origin origin) implements RuleChange {}

    /** There is no rule of that name. */
    @NamedInterface("rule")
    record Unknown() implements RuleChange {}

    /**
     * There cannot be such a rule.
     *
     * @param field what is wrong, {@code owner}
     * @param message why, as a sentence
     */
    @NamedInterface("rule")
    record Invalid(String field, String message) implements RuleChange {}
}
