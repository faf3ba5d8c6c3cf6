package dev.cadastre.server.inventory.rule;

import dev.cadastre.ini.Origin;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.inventory.InvalidCursor;
import dev.cadastre.server.inventory.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rules and who breaches them. Rules themselves are no secret to whoever reads the inventory; who
 * breaches them is told within reach only. Thread-safe.
 */
@Service
@NamedInterface("rule")
public class Rules {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 3;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final RuleTable table;
    private final BreachTable breaches;
    private final RuleOutcomeTable outcomes;
    private final RuleSchedule schedule;
    private final RuleEvaluation evaluation;
    private final RuleQueries queries;
    private final Estate estate;
    private final Access access;
    private final Clock clock;

    Rules(
            RuleTable table,
            BreachTable breaches,
            RuleOutcomeTable outcomes,
            RuleSchedule schedule,
            RuleEvaluation evaluation,
            RuleQueries queries,
            Estate estate,
            Access access,
            Clock clock) {
        this.table = table;
        this.breaches = breaches;
        this.outcomes = outcomes;
        this.schedule = schedule;
        this.evaluation = evaluation;
        this.queries = queries;
        this.estate = estate;
        this.access = access;
        this.clock = clock;
    }

    /** All rules by name. */
    @Transactional(readOnly = true)
    public List<RuleStatus> all(Reach reach) {
        Map<String, Long> counts = breaches.counts(reach);
        Map<String, RuleOutcome> judged = outcomes.all();
        return table.all().values().stream().map(rule -> status(rule, counts, judged)).toList();
    }

    /** The rule of that name. */
    @Transactional(readOnly = true)
    public Optional<RuleStatus> named(String name, Reach reach) {
        return Optional.ofNullable(table.all().get(name))
                .map(rule -> status(rule, breaches.counts(reach), outcomes.all()));
    }

    private static RuleStatus status(
            Rule rule, Map<String, Long> counts, Map<String, RuleOutcome> judged) {
        RuleOutcome outcome = judged.getOrDefault(rule.name(), RuleOutcome.NONE);
        return new RuleStatus(
                rule, counts.getOrDefault(rule.name(), 0L), outcome.at(), outcome.problem());
    }

    /** How many hosts within reach breach the rule, by environment; those without are left out. */
    @Transactional(readOnly = true)
    public SortedMap<String, Long> environments(String rule, Reach reach) {
        return breaches.environments(rule, reach);
    }

    /** The breaches that match, by rule and host. */
    @Transactional(readOnly = true)
    public Page<Breach> breaches(BreachQuery query, Reach reach) {
        List<BreachTable.Row> rows = breaches.find(query, after(query.after()), reach);
        Map<String, Rule> rules = table.all();
        BreachTable.Row last = rows.size() > query.limit() ? rows.get(query.limit() - 1) : null;
        return new Page<>(
                rows.stream().limit(query.limit()).map(row -> breach(row, rules)).toList(),
                last == null ? null : position(last));
    }

    private static Breach breach(BreachTable.Row row, Map<String, Rule> rules) {
        Rule rule = rules.get(row.rule());
        return new Breach(
                row.rule(),
                rule == null ? null : rule.severity(),
                rule == null ? null : rule.owner(),
                rule == null ? null : rule.description(),
                row.host(),
                row.environment(),
                row.since(),
                row.until());
    }

    private static String position(BreachTable.Row row) {
        return String.join(SEPARATOR, row.rule(), String.valueOf(row.ordinal()), row.host());
    }

    private static BreachTable.@Nullable After after(@Nullable String position) {
        if (position == null) {
            return null;
        }
        String[] parts = position.split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            throw new InvalidCursor(position);
        }
        try {
            return new BreachTable.After(parts[0], parts[2], Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw new InvalidCursor(position, e);
        }
    }

    /** Judges all rules, and returns when that is done; they are judged soon without it. */
    public void judge() {
        evaluation.run();
    }

    /**
     * Adds a rule without the estate file, or changes it. It is evaluated soon.
     *
     * @throws dev.cadastre.server.search.QueryRefused if its query is none
     */
    @Transactional
    public RuleChange put(Rule rule) {
        Optional<RuleChange> refused = refusal(rule);
        if (refused.isPresent()) {
            return refused.get();
        }
        queries.parse(rule.q());
        table.put(rule, access.actor().label(), clock.instant());
        return changed("rule.put", rule.name());
    }

    private Optional<RuleChange> refusal(Rule rule) {
        if (!Rule.canBeCalled(rule.name())) {
            return invalid("name", "A rule cannot be called so.");
        }
        if (rule.q().isBlank()) {
            return invalid("q", "A rule needs a query that is to find no host.");
        }
        if (rule.description() != null && rule.description().length() > LONGEST_DESCRIPTION) {
            return invalid(
                    "description",
                    "A description has at most %d characters.".formatted(LONGEST_DESCRIPTION));
        }
        if (rule.owner() != null && !estate.model().teams().containsKey(rule.owner())) {
            return invalid("owner", "“%s” is not a team of the estate.".formatted(rule.owner()));
        }
        return inFile(rule.name());
    }

    private static Optional<RuleChange> invalid(String field, String message) {
        return Optional.of(new RuleChange.Invalid(field, message));
    }

    private Optional<RuleChange> inFile(String name) {
        return Optional.ofNullable(estate.model().rules().get(name))
                .map(Rule::origin)
                .map((Origin origin) -> new RuleChange.DeclaredInFile(origin));
    }

    /** Takes a rule back that was added without the estate file. */
    @Transactional
    public RuleChange remove(String name) {
        return inFile(name)
                .orElseGet(() ->
                        table.remove(name)
                                ? changed("rule.remove", name)
                                : new RuleChange.Unknown());
    }

    private RuleChange changed(String action, String name) {
        access.audit(action, "rule:" + name, null, "done");
        schedule.soon();
        return new RuleChange.Done();
    }
}
