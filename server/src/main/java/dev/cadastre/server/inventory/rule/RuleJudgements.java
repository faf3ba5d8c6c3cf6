package dev.cadastre.server.inventory.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found of rules, for other parts of the server, which need not ask their queries again.
 * Asks for no permission. Thread-safe.
 */
@Service
@NamedInterface("rule")
public class RuleJudgements {

    private final RuleTable rules;
    private final RuleOutcomeTable outcomes;
    private final BreachTable breaches;

    RuleJudgements(RuleTable rules, RuleOutcomeTable outcomes, BreachTable breaches) {
        this.rules = rules;
        this.outcomes = outcomes;
        this.breaches = breaches;
    }

    /** The names of all rules, of the estate file and others. */
    public Set<String> names() {
        return rules.all().keySet();
    }

    /** The names of those that were added without the estate file. */
    public Set<String> namesBesideFile() {
        return rules.added().keySet();
    }

    /** How those of these rules stand that there are, by name. */
    @Transactional(readOnly = true)
    public Map<String, RuleJudgement> of(Collection<String> names) {
        Map<String, RuleJudgement> judged = new HashMap<>();
        // In this order: who is found to breach a rule is known of no earlier moment than is told.
        Map<String, RuleOutcome> when = outcomes.all();
        Map<String, RoaringBitmap> who = breaches.open(names);
        rules.all()
                .forEach((name, rule) -> {
                    if (names.contains(name)) {
                        RuleOutcome outcome = when.getOrDefault(name, RuleOutcome.NONE);
                        judged.put(
                                name,
                                new RuleJudgement(
                                        rule,
                                        outcome.at(),
                                        outcome.problem(),
                                        who.getOrDefault(name, new RoaringBitmap())));
                    }
                });
        return judged;
    }
}
