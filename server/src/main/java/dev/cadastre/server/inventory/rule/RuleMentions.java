package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.SavedQueryUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which rules mention a saved query, so that none loses it. */
@Component
class RuleMentions implements SavedQueryUse {

    private final RuleTable rules;
    private final Queries queries;

    RuleMentions(RuleTable rules, Queries queries) {
        this.rules = rules;
        this.queries = queries;
    }

    @Override
    public List<String> of(String name) {
        return rules.all().values().stream()
                .filter(rule -> queries.mentions(rule.q(), name))
                .map(Rule::name)
                .map(rule -> "the rule " + rule)
                .toList();
    }
}
