package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.api.Rule;
import dev.cadastre.api.RuleDefinition;
import dev.cadastre.ini.Origin;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.rule.RuleChange;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes rules for those who may, which takes writing everywhere, or says why not. */
@Component
public class RuleChanges {

    private final Rules rules;
    private final Permitted permitted;

    RuleChanges(Rules rules, Permitted permitted) {
        this.rules = rules;
        this.permitted = permitted;
    }

    /**
     * Adds a rule, or puts it in the place of the one of that name.
     *
     * @throws ProblemException if there cannot be such a rule, or the estate file states it
     * @throws dev.cadastre.server.search.QueryRefused if its query is none
     */
    public void put(String name, RuleDefinition definition) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(rules.put(rule(name, definition)), name);
    }

    /**
     * Removes a rule.
     *
     * @throws ProblemException if there is none, or the estate file states it
     */
    public void remove(String name) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(rules.remove(name), name);
    }

    private static dev.cadastre.server.estate.Rule rule(String name, RuleDefinition definition) {
        Rule.Severity severity = definition.severity();
        return new dev.cadastre.server.estate.Rule(
                name,
                definition.q(),
                definition.owner(),
                severity == null ? RuleSeverity.WARNING : RuleSeverity.valueOf(severity.name()),
                definition.description(),
                new Origin("API", "", "", 0));
    }

    private static void require(RuleChange change, String name) {
        switch (change) {
            case RuleChange.Done() -> {}
            case RuleChange.Unknown() -> throw unknown(name);
            case RuleChange.DeclaredInFile(Origin origin) ->
                    throw new ProblemException(
                            ProblemKind.RULE_DECLARED,
                            "The rule %s is stated in %s, line %d, and only that file changes it."
                                    .formatted(name, origin.file(), origin.line()),
                            "Edit that line; the server reads the file again when it is saved.");
            case RuleChange.Invalid(String field, String message) ->
                    throw new ProblemException(
                            ProblemKind.RULE_INVALID,
                            "The rule %s cannot be so.".formatted(name),
                            "Correct what \"problems\" names.",
                            List.of(
                                    new Problem.Part(
                                            "rule." + field + "-wrong", field, message, null)));
        }
    }

    /** That there is no rule of that name. */
    public static ProblemException unknown(String name) {
        return new ProblemException(
                ProblemKind.RULE_UNKNOWN,
                "There is no rule %s.".formatted(name),
                "See /api/v1/rules for those there are.");
    }
}
