package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.estate.DeclaredMonitor;
import dev.cadastre.server.monitoring.MonitorProblem;
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
import org.jspecify.annotations.Nullable;

/**
 * What the monitors of an estate file make of the definitions that there are. What is there under
 * the same name already, said by API, becomes the file's, and keeps its monitors. Pure.
 */
final class DeclaredDefinitions {

    private static final String TAKEN_OVER = "the estate file states it now";

    private final DefinitionBook book;
    private final Collection<DeclaredMonitor> declared;
    private final Map<Name, DefinitionRow> byApi = new HashMap<>();

    /**
     * @param declared all monitors and templates of the file
     */
    DeclaredDefinitions(DefinitionBook book, Collection<DeclaredMonitor> declared) {
        this.book = book;
        this.declared = declared;
        book.rows().values().stream()
                .filter(row -> row.file() == null)
                .forEach(row -> byApi.put(Name.of(row.name(), row.template(), row.draft()), row));
    }

    /** What no two definitions, and no two templates, have in common. */
    private record Name(String name, boolean template, @Nullable String subject) {

        static Name of(String name, boolean template, Draft draft) {
            return new Name(name, template, template ? null : DefinitionBook.subject(draft));
        }
    }

    /**
     * A definition that was said by API and starts from a template of the file.
     *
     * @param template its name
     * @param problem the first reason why it would be none any longer
     */
    record Broken(String template, DefinitionRow row, MonitorProblem problem) {}

    static Draft draft(DeclaredMonitor monitor) {
        return Draft.ofSection(monitor.values(), monitor.test());
    }

    /** What has to be done so that the definitions of the file are these. */
    List<DefinitionStore.Step> steps(String actor) {
        Map<String, DefinitionRow> left = ofFile();
        List<DefinitionStore.Step> steps = new ArrayList<>();
        for (boolean templates : List.of(true, false)) {
            for (DeclaredMonitor one : declared) {
                if (one.template() == templates) {
                    step(one, left.remove(key(templates, one.name())), actor, steps);
                }
            }
        }
        left.values().forEach(row -> steps.add(new DefinitionStore.Remove(row, actor, null)));
        return steps;
    }

    private Map<String, DefinitionRow> ofFile() {
        Map<String, DefinitionRow> known = new HashMap<>();
        book.rows().values().stream()
                .filter(row -> row.file() != null)
                .forEach(row -> known.put(key(row.template(), row.name()), row));
        return known;
    }

    private static String key(boolean template, String name) {
        return template + " " + name;
    }

    private void step(
            DeclaredMonitor one,
            @Nullable DefinitionRow row,
            String actor,
            List<DefinitionStore.Step> steps) {
        Optional<DefinitionRow> other = takenOver(one);
        if (other.isPresent()) {
            steps.add(new DefinitionStore.Replace(other.get().id(), said(one, actor, TAKEN_OVER)));
            if (row != null) {
                steps.add(new DefinitionStore.Remove(row, actor, null));
            }
        } else if (row == null) {
            steps.add(new DefinitionStore.Add(said(one, actor, null)));
        } else if (!isSame(row, one)) {
            steps.add(new DefinitionStore.Replace(row.id(), said(one, actor, null)));
        }
    }

    private static NewDefinition said(DeclaredMonitor one, String actor, @Nullable String reason) {
        return new NewDefinition(
                one.name(),
                one.template(),
                draft(one),
                one.origin().file(),
                one.origin().line(),
                actor,
                reason);
    }

    private static boolean isSame(DefinitionRow row, DeclaredMonitor one) {
        return row.draft().equals(draft(one))
                && row.line() == one.origin().line()
                && Objects.equals(row.file(), one.origin().file());
    }

    /** What was said by API under the name that a monitor or template of the file has. */
    Optional<DefinitionRow> takenOver(DeclaredMonitor one) {
        return Optional.ofNullable(byApi.get(Name.of(one.name(), one.template(), draft(one))));
    }

    /** What was said by API and would be none any longer with the templates of the file. */
    List<Broken> broken(KindRules rules) {
        DefinitionBook after = afterwards();
        Map<Name, DefinitionRow> staying = new HashMap<>(byApi);
        declared.forEach(one -> staying.remove(Name.of(one.name(), one.template(), draft(one))));
        List<Broken> broken = new ArrayList<>();
        for (DefinitionRow row : staying.values()) {
            Optional<String> template = row.draft().template();
            if (template.isPresent()
                    && book.definition(row, rules).isPresent()
                    && after.read(row.name(), row.draft(), rules)
                            instanceof Reading.Refused(List<MonitorProblem> problems)) {
                broken.add(new Broken(template.get(), row, problems.getFirst()));
            }
        }
        return broken;
    }

    /** As far as templates matter. */
    private DefinitionBook afterwards() {
        Map<String, Draft> stated = new HashMap<>();
        declared.stream()
                .filter(DeclaredMonitor::template)
                .forEach(one -> stated.put(one.name(), draft(one)));
        List<DefinitionRow> changed = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        book.templates()
                .forEach((name, row) -> {
                    Draft draft = stated.get(name);
                    if (draft != null) {
                        changed.add(row.saying(draft));
                    } else if (row.file() != null) {
                        removed.add(row.id());
                    }
                });
        return book.with(changed, removed);
    }
}
