package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.Origin;
import dev.cadastre.api.monitor.CheckPlace;
import dev.cadastre.api.monitor.KindDescription;
import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorKind;
import dev.cadastre.api.monitor.MonitorMetric;
import dev.cadastre.api.monitor.MonitorState;
import dev.cadastre.api.monitor.PastState;
import dev.cadastre.api.monitor.TestDigest;
import dev.cadastre.api.monitor.WatchStatus;
import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Perfdata;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.TestText;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.running.KindSetting;
import dev.cadastre.server.monitoring.running.Kinds;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is thought of monitors, as it is sent. */
final class MonitorRecords {

    private MonitorRecords() {}

    /** A monitor with the definition that made it, if that is still there. */
    static Monitor monitor(
            dev.cadastre.server.monitoring.watching.Monitor one, Optional<DefinitionRow> madeBy) {
        MonitorDefinition definition = one.definition();
        Standing standing = one.standing();
        Optional<LastResult> last = Optional.ofNullable(one.last());
        return new Monitor(
                one.row().id(),
                one.row().definition(),
                one.row().name(),
                one.row().asset(),
                one.row().environment(),
                MonitorKind.valueOf(definition.kind().name()),
                definition.command(),
                test(definition),
                SettingValues.sent(definition.kind(), definition.settings()),
                TimeSpan.format(definition.interval()),
                TimeSpan.format(definition.timeout()),
                definition.retries(),
                TimeSpan.format(definition.retryInterval()),
                CheckPlace.valueOf(definition.place().name()),
                definition.availability(),
                definition.enabled(),
                madeBy.flatMap(row -> row.draft().template()).orElse(null),
                madeBy.map(MonitorRecords::declared).orElse(null),
                state(standing.state()),
                standing.since(),
                state(standing.hard()),
                standing.hardSince(),
                standing.attempt(),
                standing.why(),
                unreachableBecause(standing),
                standing.flapping().flaps(),
                standing.downtime(),
                last.map(LastResult::output).orElse(null),
                last.map(LastResult::longOutput).filter(text -> !text.isEmpty()).orElse(null),
                last.map(LastResult::at).orElse(null),
                last.map(LastResult::took)
                        .filter(Duration::isPositive)
                        .map(MonitorRecords::took)
                        .orElse(null),
                metrics(last.map(LastResult::metrics).orElse(List.of())),
                last.map(LastResult::problems).orElse(List.of()),
                last.map(LastResult::by).orElse(null));
    }

    private static @Nullable TestDigest test(MonitorDefinition definition) {
        TestText test = definition.test();
        return test == null ? null : new TestDigest(test.name(), test.sha256(), test.size());
    }

    private static String took(Duration took) {
        return took.compareTo(Duration.ofMillis(1)) < 0 ? "1ms" : TimeSpan.format(took);
    }

    static @Nullable Origin declared(DefinitionRow row) {
        String file = row.file();
        return file == null ? null : new Origin(file, row.line());
    }

    private static MonitorState state(dev.cadastre.server.monitoring.MonitorState state) {
        return MonitorState.valueOf(state.name());
    }

    private static @Nullable String unreachableBecause(Standing standing) {
        Reachability reachability = standing.reachability();
        return reachability.isUnreachable() ? reachability.because() : null;
    }

    private static List<MonitorMetric> metrics(List<String> written) {
        return Perfdata.parse(String.join(" ", written)).metrics().stream()
                .map(MonitorRecords::metric)
                .toList();
    }

    private static MonitorMetric metric(Metric metric) {
        return new MonitorMetric(
                metric.label(),
                number(metric.value()),
                text(metric.unit().text()),
                text(metric.warning().text()),
                text(metric.critical().text()),
                number(metric.least()),
                number(metric.most()));
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    static PastState past(dev.cadastre.server.monitoring.keeping.PastState past) {
        Standing standing = past.standing();
        return new PastState(
                past.since(),
                past.until(),
                state(standing.state()),
                state(standing.hard()),
                standing.attempt(),
                past.output(),
                standing.why(),
                unreachableBecause(standing),
                standing.flapping().flaps(),
                standing.downtime());
    }

    static WatchStatus status(dev.cadastre.server.monitoring.watching.WatchStatus status) {
        return new WatchStatus(
                status.monitors(),
                status.inTurns(),
                status.checks(),
                TimeSpan.format(status.late()),
                TimeSpan.format(status.latest()));
    }

    static KindDescription kind(dev.cadastre.server.monitoring.MonitorKind kind) {
        return new KindDescription(
                MonitorKind.valueOf(kind.name()),
                Kinds.meaning(kind),
                kind.tellsAvailability(),
                Kinds.settings(kind).stream().map(MonitorRecords::setting).toList());
    }

    private static KindDescription.Setting setting(KindSetting setting) {
        return new KindDescription.Setting(
                setting.name(),
                setting.meaning(),
                setting.usual(),
                setting.example(),
                setting.required());
    }
}
