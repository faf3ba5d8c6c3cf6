package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.search.QueryTooSlow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out who breaches which rule, and stores what differs from before. The queries run one after
 * the other, each within the time that any query has; what one that fails told before stays. How it
 * went is stored too, so that it is known before the first evaluation after a start. Thread-safe.
 */
@Component
class RuleEvaluation {

    private static final Logger log = LoggerFactory.getLogger(RuleEvaluation.class);

    private final RuleTable rules;
    private final RuleQueries queries;
    private final RuleOutcomeTable outcomes;
    private final BreachTable breaches;
    private final BreachEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock evaluating = new ReentrantLock();

    RuleEvaluation(
            RuleTable rules,
            RuleQueries queries,
            RuleOutcomeTable outcomes,
            BreachTable breaches,
            BreachEvents events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.queries = queries;
        this.outcomes = outcomes;
        this.breaches = breaches;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Evaluates all rules once. */
    void run() {
        evaluating.lock();
        try {
            Map<String, Rule> all = rules.all();
            Map<String, RuleOutcome> before = outcomes.all();
            Map<String, RuleOutcome> after = new LinkedHashMap<>();
            Map<String, RoaringBitmap> found = new HashMap<>();
            all.forEach((name, rule) -> {
                RuleOutcome last = before.getOrDefault(name, RuleOutcome.NONE);
                after.put(name, ask(rule, last, found));
            });
            transaction.executeWithoutResult(status -> {
                outcomes.lock();
                store(all, found);
                outcomes.replace(after);
            });
        } finally {
            evaluating.unlock();
        }
    }

    private RuleOutcome ask(Rule rule, RuleOutcome before, Map<String, RoaringBitmap> found) {
        try {
            found.put(rule.name(), queries.hosts(rule.q()));
            return new RuleOutcome(now(), null);
        } catch (QueryTooSlow slow) {
            return failed(
                    rule,
                    before,
                    "It was given up after %s s.".formatted(slow.limit().toSeconds()));
        } catch (QueryRefused refused) {
            return failed(
                    rule,
                    before,
                    "Its query cannot be answered: " + refused.problems().getFirst().message());
        }
    }

    private static RuleOutcome failed(Rule rule, RuleOutcome before, String problem) {
        if (!problem.equals(before.problem())) {
            log.warn("The rule {} cannot be judged. {}", rule.name(), problem);
        }
        return new RuleOutcome(before.at(), problem);
    }

    private void store(Map<String, Rule> all, Map<String, RoaringBitmap> found) {
        Instant now = now();
        Map<String, RoaringBitmap> open = breaches.open();
        found.forEach((name, hosts) -> {
            Rule rule = all.get(name);
            RoaringBitmap before = open.getOrDefault(name, new RoaringBitmap());
            RoaringBitmap begun = RoaringBitmap.andNot(hosts, before);
            RoaringBitmap ended = RoaringBitmap.andNot(before, hosts);
            if (!begun.isEmpty()) {
                breaches.begin(name, begun, now);
                events.breached(name, rule, begun);
            }
            end(name, rule, ended, now);
        });
        open.forEach((name, hosts) -> {
            if (!all.containsKey(name)) {
                end(name, null, hosts, now);
            }
        });
    }

    private void end(String name, @Nullable Rule rule, RoaringBitmap hosts, Instant now) {
        if (!hosts.isEmpty()) {
            breaches.end(name, hosts, now);
            events.kept(name, rule, hosts);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
