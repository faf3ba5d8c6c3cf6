package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.monitor.MonitorRemoval;
import dev.cadastre.api.monitor.MonitorRequest;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes single monitors, which is changing the definition that each has for itself. What a
 * query's definition makes is changed with all of it, and what the estate file states only there.
 */
@Component
public class MonitorChanges {

    private final Monitors monitors;
    private final Definitions definitions;
    private final KnownMonitors known;

    MonitorChanges(Monitors monitors, Definitions definitions, KnownMonitors known) {
        this.monitors = monitors;
        this.definitions = definitions;
        this.known = known;
    }

    Monitor add(MonitorRequest sent) {
        requireOneAsset(sent);
        return madeBy(definitions.add(sent.name(), Drafts.of(sent), sent.reason()));
    }

    private static void requireOneAsset(MonitorRequest sent) {
        if (sent.q() != null) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.INVALID,
                    List.of(
                            new MonitorProblem(
                                    "monitor.q-wrong",
                                    "q",
                                    "A query makes many monitors, and this is about one.",
                                    "Send it to /api/v1/monitor-definitions.")));
        }
    }

    private Monitor madeBy(DefinitionRow row) {
        MonitorQuery query = new MonitorQuery(null, null, null, row.id(), Set.of(), 0, 1);
        return monitors.find(query, known.reach()).stream()
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.MONITOR_CONFLICT,
                                "Its asset went away in this moment.",
                                "See /api/v1/monitor-definitions/" + row.id() + "."));
    }

    Monitor change(Monitor monitor, MonitorRequest sent) {
        DefinitionRow row =
                known.madeBy(monitor.row().definition())
                        .orElseThrow(() -> gone(monitor.row().id()));
        obstacle("id", monitor.row(), row)
                .ifPresent(problem -> {
                    throw refused(row, List.of(problem));
                });
        requireOneAsset(sent);
        String asset = row.draft().value(Draft.ASSET).orElse(monitor.row().asset());
        if (sent.asset() != null && !sent.asset().equals(asset)) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.CONFLICT,
                    List.of(
                            new MonitorProblem(
                                    "monitor.asset-fixed",
                                    "asset",
                                    "This monitor is of %s, and what it found is too."
                                            .formatted(asset),
                                    "Remove it, and add one for the other asset.")));
        }
        return madeBy(
                definitions.change(
                        row.id(), sent.name(), ofAsset(sent, asset), null, sent.reason()));
    }

    /**
     * Switches a monitor on or off, if it has a definition of its own.
     *
     * @throws MonitorRefused if it has none, or may not be changed
     */
    public void enable(Monitor monitor, boolean enabled, @Nullable String reason) {
        DefinitionRow row =
                known.madeBy(monitor.row().definition())
                        .orElseThrow(() -> gone(monitor.row().id()));
        obstacle("id", monitor.row(), row)
                .ifPresent(problem -> {
                    throw refused(row, List.of(problem));
                });
        Map<String, String> values = new LinkedHashMap<>(row.draft().values());
        values.put(Draft.ENABLED, Boolean.toString(enabled));
        definitions.change(row.id(), row.name(), row.draft().with(values), row.version(), reason);
    }

    private static Draft ofAsset(MonitorRequest sent, String asset) {
        Draft draft = Drafts.of(sent);
        Map<String, String> values = new LinkedHashMap<>(draft.values());
        values.put(Draft.ASSET, asset);
        return draft.with(values);
    }

    /** Returns how many monitors are gone. */
    long remove(
            @Nullable Integer definition,
            @Nullable MonitorRemoval removal,
            @Nullable String reason) {
        if ((definition == null) == (removal == null)) {
            throw new ProblemException(
                    ProblemKind.MONITOR_INVALID,
                    "It is not clear which monitors are to go.",
                    "Send a body with \"ids\", or name the definition.");
        }
        if (removal != null) {
            String why = removal.reason() == null ? reason : removal.reason();
            return remove(removal.ids(), why);
        }
        DefinitionRow row = known.definition(Objects.requireNonNull(definition));
        long count = monitors.byDefinition(known.reach()).getOrDefault(row.id(), 0L);
        definitions.remove(List.of(row.id()), reason);
        return count;
    }

    private long remove(List<Long> ids, @Nullable String reason) {
        List<MonitorProblem> unknown = new ArrayList<>();
        List<MonitorProblem> obstacles = new ArrayList<>();
        Set<Long> rows = new LinkedHashSet<>();
        int at = 0;
        for (long id : ids) {
            String place = "ids." + at++;
            MonitorRow monitor = monitors.row(id, known.reach()).orElse(null);
            DefinitionRow row =
                    monitor == null ? null : known.madeBy(monitor.definition()).orElse(null);
            if (monitor == null || row == null) {
                unknown.add(KnownMonitors.unknown(place, id));
            } else {
                obstacle(place, monitor, row).ifPresent(obstacles::add);
                rows.add(row.id());
            }
        }
        if (!unknown.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.UNKNOWN, unknown);
        }
        if (!obstacles.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.CONFLICT, obstacles);
        }
        definitions.remove(rows, reason);
        return rows.size();
    }

    /** Why a monitor cannot be changed alone. */
    private static Optional<MonitorProblem> obstacle(
            String place, MonitorRow monitor, DefinitionRow row) {
        if (row.file() != null) {
            return Optional.of(
                    new MonitorProblem(
                            "monitor.declared",
                            place,
                            "Monitor %d is stated in %s, line %d."
                                    .formatted(monitor.id(), row.file(), row.line()),
                            "Edit that line; the server reads the file again when it is saved."));
        }
        return row.draft().value(Draft.Q).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MonitorProblem(
                                "monitor.of-query",
                                place,
                                "Monitor %d is one of all that %s finds."
                                        .formatted(
                                                monitor.id(),
                                                row.draft().value(Draft.Q).orElse("")),
                                "Change /api/v1/monitor-definitions/%d, which makes them all."
                                        .formatted(row.id())));
    }

    private static MonitorRefused refused(DefinitionRow row, List<MonitorProblem> problems) {
        return new MonitorRefused(
                row.file() == null
                        ? MonitorRefused.Reason.CONFLICT
                        : MonitorRefused.Reason.DECLARED,
                problems);
    }

    private static MonitorRefused gone(long id) {
        return new MonitorRefused(
                MonitorRefused.Reason.UNKNOWN, List.of(KnownMonitors.unknown("id", id)));
    }
}
