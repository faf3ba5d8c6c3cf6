package dev.cadastre.server.monitoring.defining;

import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Spelling;
import dev.cadastre.server.inventory.rule.RuleJudgements;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.running.Kinds;
import dev.cadastre.server.search.StandingQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells whether the register understands what a definition asks of it. Only who defines something
 * is told: a definition whose saved query or rule went later still is one. Thread-safe.
 */
@Component
class DefinitionQuestions {

    private final StandingQueries queries;
    private final ObjectProvider<RuleJudgements> rules;

    /**
     * @param rules looked up late, since the estate, which they need, is checked by this
     */
    DefinitionQuestions(StandingQueries queries, ObjectProvider<RuleJudgements> rules) {
        this.queries = queries;
        this.rules = rules;
    }

    /** All that is wrong with what it asks, as things are. */
    List<MonitorProblem> problems(MonitorDefinition definition) {
        return among(definition, asksForRule(definition) ? judgements().names() : Set.of());
    }

    /**
     * The same in an estate file.
     *
     * @param stated the names of the rules that the file states
     */
    List<MonitorProblem> inFile(MonitorDefinition definition, Collection<String> stated) {
        Set<String> names = new TreeSet<>(stated);
        if (asksForRule(definition)) {
            names.addAll(judgements().namesBesideFile());
        }
        return among(definition, names);
    }

    private RuleJudgements judgements() {
        return rules.getObject();
    }

    private static boolean asksForRule(MonitorDefinition definition) {
        return definition.kind() == MonitorKind.RULE;
    }

    private List<MonitorProblem> among(MonitorDefinition definition, Set<String> names) {
        List<MonitorProblem> problems = new ArrayList<>();
        if (definition.q() != null) {
            problems.addAll(query(Draft.Q, definition.q()));
        }
        if (definition.kind() == MonitorKind.FACT) {
            String key = Kinds.BREACH.name();
            definition.setting(key).ifPresent(text -> problems.addAll(query(key, text)));
        }
        if (asksForRule(definition)) {
            definition
                    .setting(Kinds.RULE.name())
                    .filter(name -> !names.contains(name))
                    .ifPresent(name -> problems.add(unknownRule(name, names)));
        }
        return problems;
    }

    private List<MonitorProblem> query(String key, String text) {
        return queries.faults(text).stream()
                .map(fault ->
                        problem(key, fault, "the manual's chapter on queries lists all fields"))
                .toList();
    }

    private static MonitorProblem unknownRule(String name, Set<String> names) {
        String close = Spelling.closest(name, names);
        return problem(
                Kinds.RULE.name(),
                "there is no rule " + Quoted.of(name),
                close == null
                        ? "state it as [rule NAME], or add it by /api/v1/rules"
                        : "did you mean " + close + "?");
    }

    private static MonitorProblem problem(String key, String message, String remedy) {
        return new MonitorProblem(
                "monitor.%s-wrong".formatted(key), key, key + ": " + message, remedy);
    }
}
