package dev.cadastre.server.web.api.app;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppBinding;
import dev.cadastre.api.app.AppDifference;
import dev.cadastre.api.app.AppOverriddenValue;
import dev.cadastre.api.app.AppPlan;
import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppRemark;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppStep;
import dev.cadastre.api.app.AppValue;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.TaskRun;
import dev.cadastre.server.change.apps.AppPlans;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Proposal;
import dev.cadastre.server.parcels.app.ShownValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Apps as they are told. */
@Component
class AppRecords {

    private final Apps apps;
    private final AppPlans plans;

    AppRecords(Apps apps, AppPlans plans) {
        this.apps = apps;
        this.plans = plans;
    }

    AppPlan plan(Proposal proposal) {
        AppRevision revision = revision(proposal.revision());
        return new AppPlan(
                revision,
                Alike.on(
                        proposal.revision().hosts(),
                        proposal.differences(),
                        dev.cadastre.server.parcels.app.AppDifference::host,
                        one -> List.of(one.name(), text(one.before()), text(one.after())),
                        AppRecords::difference),
                remarks(proposal.remarks()),
                revision.steps());
    }

    private static List<AppRemark> remarks(
            List<dev.cadastre.server.parcels.app.AppRemark> remarks) {
        return remarks.stream()
                .map(one -> new AppRemark(one.code(), one.message(), one.command()))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }

    private static AppDifference difference(
            @Nullable String host, dev.cadastre.server.parcels.app.AppDifference one) {
        return new AppDifference(host, one.name(), one.before(), one.after());
    }

    AppRevision revision(dev.cadastre.server.parcels.app.AppRevision one) {
        return new AppRevision(
                one.app().toString(),
                one.number(),
                AppVerb.valueOf(one.verb().name()),
                one.parcel().name(),
                one.parcel().version(),
                one.parcel().digest(),
                one.signer(),
                AppState.valueOf(one.state().name()),
                one.problem().isEmpty() ? null : one.problem(),
                one.hosts(),
                values(one),
                bindings(one),
                steps(one),
                one.madeBy(),
                one.madeAt(),
                one.endedAt());
    }

    private static List<AppValue> values(dev.cadastre.server.parcels.app.AppRevision one) {
        List<Placed> all = new ArrayList<>();
        one.values().forEach((host, values) -> values.forEach(v -> all.add(new Placed(host, v))));
        return Alike.on(one.hosts(), all, Placed::host, Placed::value, AppRecords::value);
    }

    private record Placed(String host, ShownValue value) {}

    private static AppValue value(@Nullable String host, Placed placed) {
        ShownValue one = placed.value();
        return new AppValue(
                host,
                one.name(),
                one.value(),
                one.layer(),
                one.origin(),
                one.secret(),
                one.overridden().stream()
                        .map(other ->
                                new AppOverriddenValue(
                                        other.value(), other.layer(), other.origin()))
                        .toList());
    }

    private static List<AppBinding> bindings(dev.cadastre.server.parcels.app.AppRevision one) {
        return one.bindings().stream()
                .map(binding ->
                        new AppBinding(
                                binding.binding(),
                                binding.requires(),
                                binding.provider().toString(),
                                binding.hosts()))
                .toList();
    }

    private List<AppPlanStep> steps(dev.cadastre.server.parcels.app.AppRevision one) {
        Map<Long, TaskRun> runs = plans.runs(one.tasks().stream().map(AppTask::id).toList());
        return one.tasks().stream()
                .map(task -> {
                    Optional<TaskRun> run = Optional.ofNullable(runs.get(task.id()));
                    return new AppPlanStep(
                            AppStep.valueOf(task.step().name()),
                            task.app().toString(),
                            task.binding(),
                            task.hosts(),
                            run.map(TaskRun::plan).orElse(null),
                            run.map(TaskRun::run).orElse(null));
                })
                .toList();
    }

    /**
     * What is there of all apps that somebody may see.
     *
     * @param consumers names of those that are bound to another, by that one
     */
    record Surroundings(
            Map<AppName, dev.cadastre.server.parcels.app.AppRevision> current,
            Map<AppName, List<String>> consumers) {}

    Surroundings around(Reach reach) {
        Map<AppName, dev.cadastre.server.parcels.app.AppRevision> current = new HashMap<>();
        Map<AppName, List<String>> consumers = new HashMap<>();
        for (var one : apps.current(null, null, reach)) {
            current.put(one.app(), one);
            one.bindings().stream()
                    .map(dev.cadastre.server.parcels.app.AppBinding::provider)
                    .distinct()
                    .forEach(provider ->
                            consumers
                                    .computeIfAbsent(provider, _ -> new ArrayList<>())
                                    .add(one.app().toString()));
        }
        return new Surroundings(current, consumers);
    }

    /** An app by its last revision, with what to know of what is there. */
    App remarked(dev.cadastre.server.parcels.app.AppRevision last, Surroundings around) {
        return app(
                last,
                around,
                Optional.ofNullable(around.current().get(last.app()))
                        .map(current -> remarks(apps.remarks(current)))
                        .orElse(List.of()));
    }

    /** An app by its last revision; what is there may be another one. */
    App app(dev.cadastre.server.parcels.app.AppRevision last, Surroundings around) {
        return app(last, around, null);
    }

    private App app(
            dev.cadastre.server.parcels.app.AppRevision last,
            Surroundings around,
            @Nullable List<AppRemark> remarks) {
        Optional<dev.cadastre.server.parcels.app.AppRevision> current =
                Optional.ofNullable(around.current().get(last.app()));
        dev.cadastre.server.parcels.app.AppRevision shown = current.orElse(last);
        boolean isGone = shown.state() == dev.cadastre.server.parcels.app.AppState.REMOVED;
        return new App(
                last.app().toString(),
                last.app().environment(),
                shown.parcel().name(),
                shown.parcel().version(),
                AppState.valueOf(last.state().name()),
                isGone ? List.of() : shown.hosts(),
                apps.owner(shown).orElse(null),
                isGone ? List.of() : bindings(shown),
                around.consumers().getOrDefault(last.app(), List.of()),
                remarks,
                current.map(dev.cadastre.server.parcels.app.AppRevision::number).orElse(0),
                current.map(dev.cadastre.server.parcels.app.AppRevision::endedAt).orElse(null));
    }

    /** What is the same on all hosts is told once. */
    private static final class Alike {

        private Alike() {}

        interface Told<T, R> {
            R told(@Nullable String host, T one);
        }

        static <T, R> List<R> on(
                List<String> hosts,
                List<T> all,
                Function<T, String> host,
                Function<T, Object> what,
                Told<T, R> told) {
            Map<Object, List<T>> same = new LinkedHashMap<>();
            all.forEach(
                    one -> same.computeIfAbsent(what.apply(one), _ -> new ArrayList<>()).add(one));
            List<R> shown = new ArrayList<>();
            same.values()
                    .forEach(alike -> {
                        if (alike.size() == hosts.size()) {
                            shown.add(told.told(null, alike.getFirst()));
                        } else {
                            alike.forEach(one -> shown.add(told.told(host.apply(one), one)));
                        }
                    });
            return shown;
        }
    }
}
