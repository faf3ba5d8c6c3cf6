package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.check.Check;
import dev.cadastre.server.monitoring.check.CheckKind;
import dev.cadastre.server.monitoring.check.Checks;
import dev.cadastre.server.monitoring.check.Prepared;
import dev.cadastre.server.monitoring.check.SettingProblem;
import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.definition.KindRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the checks without a process of what definitions say. Thread-safe. */
@Component
class CheckKinds implements KindRules {

    private static final String PARAMETER = "${";

    private final Checks checks;
    private final PluginNames plugins;

    CheckKinds(Checks checks, MonitoringProperties properties) {
        this.checks = checks;
        this.plugins = new PluginNames(properties);
    }

    @Override
    public List<MonitorProblem> problems(MonitorKind kind, Map<String, String> settings) {
        if (!kind.usesNetwork()) {
            return KnownKindRules.problems(kind, settings);
        }
        return switch (checks.of(checkKind(kind), withDefaults(kind, settings))) {
            case Prepared.Checked _ -> List.of();
            case Prepared.Refused(List<SettingProblem> problems) ->
                    problems.stream()
                            .filter(problem -> isCertain(problem, withDefaults(kind, settings)))
                            .map(CheckKinds::problem)
                            .toList();
        };
    }

    @Override
    public List<MonitorProblem> obstacles(MonitorDefinition definition) {
        boolean here = definition.place() == CheckPlace.SERVER && definition.enabled();
        if (!definition.kind().runsCommand() || !here) {
            return List.of();
        }
        return plugins.refusal(definition.command().getFirst()).stream()
                .map(why ->
                        new MonitorProblem(
                                "monitor.plugin-refused",
                                Draft.COMMAND,
                                why + ".",
                                "Run another plug-in, or this one with where HOST on a host."))
                .toList();
    }

    /** What parameters stand for is known only when an asset is checked. */
    private static boolean isCertain(SettingProblem problem, Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(problem.setting()))
                .noneMatch(one -> one.getValue().contains(PARAMETER));
    }

    private static MonitorProblem problem(SettingProblem problem) {
        return new MonitorProblem(
                "monitor.%s-wrong".formatted(problem.setting()),
                problem.setting(),
                problem.wrong(),
                problem.remedy());
    }

    private static CheckKind checkKind(MonitorKind kind) {
        return CheckKind.valueOf(kind.name());
    }

    /** The settings with what is usual where none is given, as far as that holds parameters. */
    Map<String, String> withDefaults(MonitorKind kind, Map<String, String> settings) {
        return Checks.withDefaults(checkKind(kind), settings);
    }

    /** Checks by complete settings, within the time. */
    PluginResult run(MonitorKind kind, Map<String, String> settings, Duration timeout) {
        return switch (checks.of(checkKind(kind), settings)) {
            case Prepared.Checked(Check check) -> check.run(timeout);
            case Prepared.Refused(List<SettingProblem> problems) ->
                    PluginResult.unknown(
                            problems.stream()
                                    .map(SettingProblem::wrong)
                                    .collect(Collectors.joining("; ")));
        };
    }
}
