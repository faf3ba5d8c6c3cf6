package dev.cadastre.server.web.api;

import dev.cadastre.api.Breach;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Problem;
import dev.cadastre.api.Rule;
import dev.cadastre.api.RuleDefinition;
import dev.cadastre.ini.Origin;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.RuleSeverity;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.RuleChange;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules, and who breaches them since when. */
@RestController
@RequestMapping(ApiPath.BASE + "/rules")
class RulesController {

    private final Rules rules;
    private final Permitted permitted;

    RulesController(Rules rules, Permitted permitted) {
        this.rules = rules;
        this.permitted = permitted;
    }

    @Parameters
    record BreachParameters(
            @Nullable String rule,
            @Nullable String host,
            @Nullable String environment,
            @Nullable Instant at,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        BreachQuery query() {
            return new BreachQuery(
                    rule, host, environment, at, Cursor.start(after), Limit.of(limit));
        }
    }

    /** All rules by name, each with how many hosts breach it. */
    @GetMapping
    ListPage<Rule> list() {
        return Pages.whole(rules.all(permitted.read(Part.INVENTORY)), RuleRecords::rule);
    }

    /** Who breaches which rule since when, by rule and host; now or at a moment. */
    @GetMapping("/breaches")
    ListPage<Breach> breaches(BreachParameters parameters) {
        return Pages.wire(
                rules.breaches(parameters.query(), permitted.read(Part.INVENTORY)),
                RuleRecords::breach);
    }

    /** One rule. */
    @GetMapping("/{name}")
    Rule one(@PathVariable String name) {
        return rules.named(name, permitted.read(Part.INVENTORY))
                .map(RuleRecords::rule)
                .orElseThrow(() -> unknown(name));
    }

    /** Adds a rule, or changes it; those of the estate file only the file changes. */
    @PutMapping("/{name}")
    Rule put(@PathVariable String name, @RequestBody RuleDefinition definition) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(rules.put(rule(name, definition)), name);
        return one(name);
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

    /** Removes a rule; breaches of it end. Those of the estate file only the file removes. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        require(rules.remove(name), name);
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
    static ProblemException unknown(String name) {
        return new ProblemException(
                ProblemKind.RULE_UNKNOWN,
                "There is no rule %s.".formatted(name),
                "See /api/v1/rules for those there are.");
    }
}
