package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.inventory.rule.RuleJudgement;
import dev.cadastre.server.inventory.rule.RuleJudgements;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.running.Kinds;
import dev.cadastre.server.search.StandingQueries;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks the register: a query of facts is asked, what breaches rules is known already. Thread-safe.
 */
@Component
class RegisterQuestions implements KnownQuestions {

    private final StandingQueries queries;
    private final RuleJudgements rules;
    private final Clock clock;

    RegisterQuestions(StandingQueries queries, RuleJudgements rules, Clock clock) {
        this.queries = queries;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public KnownAnswer ask(MonitorDefinition definition) {
        return definition.kind() == MonitorKind.RULE
                ? rule(definition.setting(Kinds.RULE.name()).orElse(""))
                : fact(definition.setting(Kinds.BREACH.name()).orElse(""));
    }

    private KnownAnswer fact(String q) {
        Instant now = clock.instant();
        return switch (queries.ask(q)) {
            case StandingQueries.Answer.Found found ->
                    new KnownAnswer.Known(
                            found.hosts(), "It matches " + q, "It does not match " + q, now);
            case StandingQueries.Answer.Unanswered(String why) -> new KnownAnswer.Unanswered(why);
        };
    }

    private KnownAnswer rule(String name) {
        RuleJudgement judged = rules.of(Set.of(name)).get(name);
        if (judged == null) {
            return new KnownAnswer.Unanswered("There is no rule %s any more.".formatted(name));
        }
        if (judged.problem() != null) {
            return new KnownAnswer.Unanswered(
                    "The rule %s cannot be judged. %s".formatted(name, judged.problem()));
        }
        Instant at = judged.at();
        String said = "the rule %s: %s".formatted(name, judged.rule().q());
        return at == null
                ? new KnownAnswer.NotYet()
                : new KnownAnswer.Known(
                        judged.hosts(), "It breaches " + said, "It keeps " + said, at);
    }
}
