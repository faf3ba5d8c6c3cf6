package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.KindRules;
import dev.cadastre.server.monitoring.definition.Reading;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What definitions must be so that they can be changed; refuses what they are not. */
final class DefinitionRequirements {

    private DefinitionRequirements() {}

    /** The one with that id, which the API may change. */
    static DefinitionRow requireOwn(DefinitionBook book, long id) {
        DefinitionRow known = book.rows().get(id);
        if (known == null) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.UNKNOWN,
                    List.of(
                            new MonitorProblem(
                                    "monitor.unknown",
                                    "id",
                                    "There is no definition with the id " + id + ".",
                                    "See /api/v1/monitor-definitions for those there are.")));
        }
        if (known.file() != null) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.DECLARED,
                    List.of(
                            new MonitorProblem(
                                    "monitor.declared",
                                    "id",
                                    "The monitor %s is stated in %s, line %d."
                                            .formatted(known.name(), known.file(), known.line()),
                                    "Edit that line; the server reads the file again when it is"
                                            + " saved.")));
        }
        return known;
    }

    /** What is said to who wants to change what is there no more. */
    static MonitorRefused changed(DefinitionRow known) {
        return new MonitorRefused(
                MonitorRefused.Reason.CONFLICT,
                List.of(
                        new MonitorProblem(
                                Definitions.CHANGED,
                                "version",
                                "%s has changed it since, to version %d."
                                        .formatted(known.changedBy(), known.version()),
                                "Read it again, and change what it is now.")));
    }

    /**
     * Refuses a name that another check of the same has.
     *
     * @param known the one that is to have it; null if it is to be added
     */
    static void requireFree(
            DefinitionBook book, @Nullable DefinitionRow known, String name, Draft draft) {
        book.named(name, false, DefinitionBook.subject(draft))
                .filter(other -> known == null || other.id() != known.id())
                .ifPresent(other -> {
                    throw new MonitorRefused(
                            MonitorRefused.Reason.CONFLICT,
                            List.of(
                                    new MonitorProblem(
                                            "monitor.name-taken",
                                            "name",
                                            "There is a monitor %s of that already, with the id %d."
                                                    .formatted(name, other.id()),
                                            "Change that one, or choose another name.")));
                });
    }

    /** All that there would be if a template said that. */
    static DefinitionBook withTemplate(DefinitionBook book, DefinitionRow template, Draft draft) {
        return book.with(List.of(template.saying(draft)), List.of());
    }

    /** Refuses a changed template that what starts from it could not start from. */
    static void requireStillReadable(
            DefinitionBook changed,
            DefinitionRow template,
            KindRules rules,
            DefinitionQuestions questions) {
        List<MonitorProblem> problems = new ArrayList<>();
        for (DefinitionRow row : changed.startingFrom(template.name())) {
            List<MonitorProblem> found =
                    switch (changed.read(row.name(), row.draft(), rules)) {
                        case Reading.Refused(List<MonitorProblem> wrong) -> wrong;
                        case Reading.Complete(MonitorDefinition definition) ->
                                questions.problems(definition);
                    };
            found.forEach(problem ->
                    problems.add(
                            new MonitorProblem(
                                    problem.code(),
                                    problem.place(),
                                    row.name() + " starts from it: " + problem.message(),
                                    problem.remedy())));
        }
        if (!problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
    }

    /** Refuses to remove a template that is needed. */
    static void requireUnused(DefinitionBook book, DefinitionRow template) {
        List<DefinitionRow> used = book.startingFrom(template.name());
        if (!used.isEmpty()) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.CONFLICT,
                    List.of(
                            new MonitorProblem(
                                    "monitor.template-used",
                                    "id",
                                    "%d definitions start from the template %s, such as %s."
                                            .formatted(
                                                    used.size(),
                                                    template.name(),
                                                    used.getFirst().name()),
                                    "Change or remove these first.")));
        }
    }
}
