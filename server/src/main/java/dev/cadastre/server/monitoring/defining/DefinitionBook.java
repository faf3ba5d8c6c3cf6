package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.TestText;
import dev.cadastre.server.monitoring.definition.DefinitionReader;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.KindRules;
import dev.cadastre.server.monitoring.definition.Reading;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All definitions and templates of one moment, and what they mean together. Immutable.
 *
 * @param rows by id
 * @param templates by name
 */
record DefinitionBook(Map<Long, DefinitionRow> rows, Map<String, DefinitionRow> templates) {

    /** Copies both. */
    DefinitionBook {
        rows = Map.copyOf(rows);
        templates = Map.copyOf(templates);
    }

    static DefinitionBook of(Collection<DefinitionRow> rows) {
        return new DefinitionBook(
                rows.stream().collect(Collectors.toMap(DefinitionRow::id, Function.identity())),
                rows.stream()
                        .filter(DefinitionRow::template)
                        .collect(Collectors.toMap(DefinitionRow::name, Function.identity())));
    }

    DefinitionBook with(Collection<DefinitionRow> changed, Collection<Long> removed) {
        Map<Long, DefinitionRow> all = new HashMap<>(rows);
        changed.forEach(row -> all.put(row.id(), row));
        removed.forEach(all::remove);
        return of(all.values());
    }

    /** What a draft says, with what its template says. */
    Reading read(String name, Draft draft, KindRules rules) {
        Optional<String> template = draft.template();
        DefinitionRow from = template.map(templates::get).orElse(null);
        if (template.isPresent() && from == null) {
            return new Reading.Refused(
                    List.of(
                            new MonitorProblem(
                                    "monitor.template-unknown",
                                    Draft.TEMPLATE,
                                    "There is no template " + template.get() + ".",
                                    "See /api/v1/monitor-templates for those there are.")));
        }
        return DefinitionReader.read(name, from == null ? draft : draft.over(from.draft()), rules);
    }

    /** What a definition says; empty for a template. */
    Optional<MonitorDefinition> definition(DefinitionRow row, KindRules rules) {
        return row.template()
                ? Optional.empty()
                : switch (read(row.name(), row.draft(), rules)) {
                    case Reading.Complete(MonitorDefinition definition) -> Optional.of(definition);
                    case Reading.Refused _ -> Optional.empty();
                };
    }

    /** The definitions that start from a template. */
    List<DefinitionRow> startingFrom(String template) {
        return rows.values().stream()
                .filter(row -> row.draft().template().filter(template::equals).isPresent())
                .toList();
    }

    /** The one of that name for that asset, or with a query if that is null. */
    Optional<DefinitionRow> named(String name, boolean template, @Nullable String asset) {
        return rows.values().stream()
                .filter(row -> row.template() == template && row.name().equals(name))
                .filter(row -> template || Objects.equals(asset, subject(row.draft())))
                .findAny();
    }

    /** What tells a definition from others of its name. */
    static @Nullable String subject(Draft draft) {
        return draft.values().containsKey(Draft.Q) ? null : draft.values().get(Draft.ASSET);
    }

    /** Which test one runs, or did, for people: by its text, wherever that came from. */
    static String test(DefinitionRow row) {
        String text = row.draft().test();
        return text == null
                ? ""
                : ", with the test " + TestText.of(row.draft().value(Draft.TEST).orElse(""), text);
    }
}
