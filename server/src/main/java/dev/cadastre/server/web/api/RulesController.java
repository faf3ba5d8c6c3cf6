package dev.cadastre.server.web.api;

import dev.cadastre.api.Breach;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Rule;
import dev.cadastre.api.RuleDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.inventory.rule.BreachQuery;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
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
    private final RuleChanges changes;
    private final Permitted permitted;

    RulesController(Rules rules, RuleChanges changes, Permitted permitted) {
        this.rules = rules;
        this.changes = changes;
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
                .orElseThrow(() -> RuleChanges.unknown(name));
    }

    /** Adds a rule, or changes it; those of the estate file only the file changes. */
    @PutMapping("/{name}")
    Rule put(@PathVariable String name, @RequestBody RuleDefinition definition) {
        changes.put(name, definition);
        return one(name);
    }

    /** Removes a rule; breaches of it end. Those of the estate file only the file removes. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        changes.remove(name);
    }
}
