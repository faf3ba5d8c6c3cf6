package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.monitor.MonitorResults;
import dev.cadastre.plugin.PassiveResult;
import dev.cadastre.plugin.PassiveResults;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.watching.ToldResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds which monitors results are of that name them otherwise than by id, or says all that is
 * wrong.
 */
@Component
class ToldResults {

    private static final String HOST = "host:";

    /** The monitor that a result of a host itself is of. */
    private static final String HOST_ITSELF = "host";

    private final Monitors monitors;

    ToldResults(Monitors monitors) {
        this.monitors = monitors;
    }

    /**
     * Those that were sent.
     *
     * @throws MonitorRefused if one of them is of no monitor
     */
    List<ToldResult> of(MonitorResults sent, Reach reach) {
        List<ToldResult> results = new ArrayList<>();
        List<MonitorProblem> problems = new ArrayList<>();
        int at = 0;
        for (MonitorResults.Item item : sent.items()) {
            id(item, "items." + at++, reach, problems)
                    .ifPresent(id ->
                            results.add(
                                    MonitorResultsController.result(
                                            id, item.state(), item.output())));
        }
        return right(results, problems);
    }

    private Optional<Long> id(
            MonitorResults.Item item, String place, Reach reach, List<MonitorProblem> problems) {
        Long id = item.monitor();
        String asset = item.asset();
        String name = item.name();
        if (id != null) {
            if (monitors.row(id, reach).isEmpty()) {
                problems.add(KnownMonitors.unknown(place + ".monitor", id));
            }
            return Optional.of(id);
        }
        if (asset == null || name == null) {
            problems.add(
                    new MonitorProblem(
                            "result.monitor-missing",
                            place,
                            "It does not say of which monitor it is.",
                            "Give its id as monitor, or its asset and name."));
            return Optional.empty();
        }
        return named(asset, name, place, reach, problems);
    }

    private Optional<Long> named(
            String asset, String name, String place, Reach reach, List<MonitorProblem> problems) {
        List<Long> ids = monitors.named(asset, name, reach);
        if (ids.size() == 1) {
            return Optional.of(ids.getFirst());
        }
        problems.add(
                ids.isEmpty()
                        ? new MonitorProblem(
                                "monitor.unknown",
                                place,
                                "%s has no monitor %s.".formatted(asset, name),
                                "Add one of the kind PASSIVE, or see /api/v1/monitors.")
                        : new MonitorProblem(
                                "monitor.ambiguous",
                                place,
                                "%s has %d monitors %s.".formatted(asset, ids.size(), name),
                                "Give the id of one, such as %d.".formatted(ids.getFirst())));
        return Optional.empty();
    }

    /**
     * Those of lines with external commands.
     *
     * @throws MonitorRefused if a line is none, or is of no monitor
     */
    List<ToldResult> ofLines(String lines, Reach reach) {
        PassiveResults read = PassiveResults.parse(lines);
        List<MonitorProblem> problems = new ArrayList<>();
        read.problems()
                .forEach(problem ->
                        problems.add(
                                new MonitorProblem(
                                        problem.code(),
                                        "",
                                        problem.message(),
                                        "Send [TIME] PROCESS_SERVICE_CHECK_RESULT"
                                                + ";HOST;SERVICE;CODE;OUTPUT.")));
        List<ToldResult> results = new ArrayList<>();
        int at = 0;
        for (PassiveResult one : read.results()) {
            named(
                            HOST + one.host(),
                            one.service().orElse(HOST_ITSELF),
                            "results." + at++,
                            reach,
                            problems)
                    .ifPresent(id -> results.add(new ToldResult(id, one.result())));
        }
        return right(results, problems);
    }

    private static List<ToldResult> right(List<ToldResult> results, List<MonitorProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
        return results;
    }
}
