package dev.cadastre.server.monitoring.defining;

import dev.cadastre.ini.Origin;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The monitors of the estate file: what is wrong with them, and how they are brought in force. What
 * the file states, only the file changes; what it states under a name that was taken by API becomes
 * the file's. Thread-safe.
 */
@Component
class EstateMonitors implements MonitorCheck {

    private final ObjectProvider<DefinitionStore> store;
    private final KindRules rules;
    private final DefinitionQuestions questions;

    EstateMonitors(
            ObjectProvider<DefinitionStore> store, KindRules rules, DefinitionQuestions questions) {
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
                        .collect(
                                Collectors.toMap(
                                        DeclaredMonitor::name, DeclaredDefinitions::draft));
        List<Fault> faults = new ArrayList<>();
        for (DeclaredMonitor monitor : monitors) {
            if (!monitor.template()) {
                problems(monitor, templates, statedRules)
                        .forEach(problem ->
                                faults.add(
                                        wrong(
                                                monitor,
                                                problem.place(),
                                                problem.message(),
                                                problem.remedy())));
            }
        }
        faults.addAll(besideApi(monitors));
        return faults;
    }

    private static Fault wrong(DeclaredMonitor monitor, String key, String message, String remedy) {
        return new Fault(monitor, key, message, remedy, false);
    }

    /** What the file means for what was said by API. */
    private List<Fault> besideApi(Collection<DeclaredMonitor> monitors) {
        DeclaredDefinitions declared = new DeclaredDefinitions(store.getObject().book(), monitors);
        List<Fault> faults = new ArrayList<>();
        monitors.forEach(monitor ->
                declared.takenOver(monitor).ifPresent(row -> faults.add(takesOver(monitor, row))));
        declared.broken(rules).forEach(broken -> faults.add(breaks(monitors, broken)));
        return faults;
    }

    private static Fault takesOver(DeclaredMonitor monitor, DefinitionRow row) {
        return new Fault(
                monitor,
                "",
                "takes over what %s said by API under this name, with the id %d"
                        .formatted(row.changedBy(), row.id()),
                "only the file changes it then; choose another name to have both",
                true);
    }

    private static Fault breaks(
            Collection<DeclaredMonitor> monitors, DeclaredDefinitions.Broken broken) {
        DefinitionRow row = broken.row();
        return wrong(
                monitors.stream()
                        .filter(DeclaredMonitor::template)
                        .filter(one -> one.name().equals(broken.template()))
                        .findAny()
                        .orElseGet(() -> gone(broken.template())),
                "",
                "the monitor %s, which %s said by API, starts from it and could not be checked any more: %s"
                        .formatted(row.name(), row.changedBy(), broken.problem().message()),
                "change or remove /api/v1/monitor-definitions/%d first".formatted(row.id()));
    }

    /** Of a template that the file does not have any more. */
    private static DeclaredMonitor gone(String template) {
        return new DeclaredMonitor(
                template, true, Map.of(), new Origin("", "monitor-template " + template, "", 0));
    }

    private List<MonitorProblem> problems(
            DeclaredMonitor monitor, Map<String, Draft> templates, Collection<String> statedRules) {
        Draft draft = DeclaredDefinitions.draft(monitor);
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

    /** In the transaction of the estate, which is in force with its monitors or not at all. */
    @EventListener
    void changed(EstateChanged changed) {
        follow(changed.model(), changed.actor());
    }

    /** Makes the definitions of the file those of this estate. */
    void follow(EstateModel model, String actor) {
        List<DeclaredMonitor> declared =
                Stream.of(true, false)
                        .flatMap(template -> model.monitors(template).values().stream())
                        .toList();
        store.getObject().change(book -> new DeclaredDefinitions(book, declared).steps(actor));
    }
}
