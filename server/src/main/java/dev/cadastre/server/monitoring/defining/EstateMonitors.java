package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.estate.DeclaredMonitor;
import dev.cadastre.server.estate.EstateChanged;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.estate.MonitorCheck;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.definition.DefinitionReader;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.KindRules;
import dev.cadastre.server.monitoring.definition.Reading;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.keeping.NewDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The monitors of the estate file: what is wrong with them, and how they are brought in force. What
 * the file states, only the file changes. Thread-safe.
 */
@Component
class EstateMonitors implements MonitorCheck {

    private final ObjectProvider<DefinitionStore> store;
    private final KindRules rules;
    private final DefinitionQuestions questions;

    EstateMonitors(
            ObjectProvider<DefinitionStore> store,
            KindRules rules,
            DefinitionQuestions questions) {
        this.store = store;
        this.rules = rules;
        this.questions = questions;
    }

    @Override
    public List<Fault> faults(
            Collection<DeclaredMonitor> monitors, Collection<String> statedRules) {
        Map<String, Draft> templates =
                monitors.stream()
                        .filter(DeclaredMonitor::template)
                        .collect(Collectors.toMap(DeclaredMonitor::name, EstateMonitors::draft));
        List<Fault> faults = new ArrayList<>();
        for (DeclaredMonitor monitor : monitors) {
            if (!monitor.template()) {
                problems(monitor, templates, statedRules)
                        .forEach(problem ->
                                faults.add(
                                        new Fault(
                                                monitor,
                                                problem.place(),
                                                problem.message(),
                                                problem.remedy())));
            }
        }
        return faults;
    }

    private List<MonitorProblem> problems(
            DeclaredMonitor monitor,
            Map<String, Draft> templates,
            Collection<String> statedRules) {
        Draft draft = draft(monitor);
        Optional<String> template = draft.template();
        Draft from = template.map(templates::get).orElse(null);
        if (template.isPresent() && from == null) {
            return List.of(
                    new MonitorProblem(
                            "monitor.template-unknown",
                            Draft.TEMPLATE,
                            "starts from %s, which is no template".formatted(template.get()),
                            "define it as [monitor-template %s]".formatted(template.get())));
        }
        Draft whole = from == null ? draft : draft.over(from);
        return switch (DefinitionReader.read(monitor.name(), whole, rules)) {
            case Reading.Refused(List<MonitorProblem> found) -> found;
            case Reading.Complete(MonitorDefinition definition) ->
                    questions.inFile(definition, statedRules);
        };
    }

    private static Draft draft(DeclaredMonitor monitor) {
        return Draft.ofSection(monitor.values());
    }

    /** In the transaction of the estate, which is in force with its monitors or not at all. */
    @EventListener
    void changed(EstateChanged changed) {
        follow(changed.model(), changed.actor());
    }

    /** Makes the definitions of the file those of this estate. */
    void follow(EstateModel model, String actor) {
        store.getObject()
                .change(book -> {
                    Map<String, DefinitionRow> known = new HashMap<>();
                    book.rows().values().stream()
                            .filter(row -> row.file() != null)
                            .forEach(row -> known.put(key(row.template(), row.name()), row));
                    List<DefinitionStore.Step> steps = new ArrayList<>();
                    Stream.of(true, false)
                            .flatMap(template -> model.monitors(template).values().stream())
                            .forEach(one ->
                                    step(one, known.remove(key(one.template(), one.name())), actor)
                                            .ifPresent(steps::add));
                    known.values()
                            .forEach(
                                    row -> steps.add(new DefinitionStore.Remove(row, actor, null)));
                    return steps;
                });
    }

    private static String key(boolean template, String name) {
        return template + " " + name;
    }

    private static Optional<DefinitionStore.Step> step(
            DeclaredMonitor one, @Nullable DefinitionRow row, String actor) {
        NewDefinition said =
                new NewDefinition(
                        one.name(),
                        one.template(),
                        draft(one),
                        one.origin().file(),
                        one.origin().line(),
                        actor,
                        null);
        if (row == null) {
            return Optional.of(new DefinitionStore.Add(said));
        }
        boolean same =
                row.draft().equals(said.draft())
                        && row.line() == said.line()
                        && Objects.equals(row.file(), said.file());
        return same ? Optional.empty() : Optional.of(new DefinitionStore.Replace(row.id(), said));
    }
}
