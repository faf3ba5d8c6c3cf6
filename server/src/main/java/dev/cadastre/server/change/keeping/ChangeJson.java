package dev.cadastre.server.change.keeping;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.cadastre.change.At;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** How plans are kept in their table. What hosts told may be any text, so all of it is ASCII. */
final class ChangeJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(Include.NON_EMPTY))
                    .build();

    private ChangeJson() {}

    /** What was asked for. */
    record Ordered(
            String file,
            @Nullable String summary,
            @Nullable Map<String, String> parameters,
            KeptSettings settings,
            @Nullable List<KeptJob> jobs) {}

    record KeptSettings(
            String strategy, String order, int failuresAllowed, int atOnce, boolean approval) {

        static KeptSettings of(RunSettings settings) {
            return new KeptSettings(
                    settings.strategy().toString(),
                    settings.order().name(),
                    settings.failuresAllowed(),
                    settings.atOnce(),
                    settings.approval());
        }

        RunSettings settings() {
            return new RunSettings(
                    Strategy.parse(strategy),
                    RunSettings.Order.valueOf(order),
                    failuresAllowed,
                    atOnce,
                    approval);
        }
    }

    record KeptJob(
            String name,
            String at,
            String kind,
            String operation,
            @Nullable String summary,
            @Nullable List<String> restarts,
            @Nullable List<String> reloads,
            @Nullable String undoNote) {

        static KeptJob of(JobLine job) {
            return new KeptJob(
                    job.name(),
                    job.at().name(),
                    job.kind().name(),
                    job.operation(),
                    job.summary(),
                    job.restarts(),
                    job.reloads(),
                    job.undoNote());
        }

        JobLine job() {
            return new JobLine(
                    name,
                    At.valueOf(at),
                    JobLine.Kind.valueOf(kind),
                    operation,
                    text(summary),
                    list(restarts),
                    list(reloads),
                    text(undoNote));
        }
    }

    record KeptPlaces(@Nullable List<KeptPlace> places) {}

    record KeptPlace(
            @Nullable String host, @Nullable String problem, @Nullable List<KeptEffect> jobs) {

        static KeptPlace of(PlannedPlace place) {
            return new KeptPlace(
                    place.place().host(),
                    place.problem(),
                    place.jobs().stream().map(KeptEffect::of).toList());
        }

        PlannedPlace place() {
            return new PlannedPlace(
                    new Place(text(host)),
                    text(problem),
                    list(jobs).stream().map(KeptEffect::planned).toList());
        }
    }

    record KeptEffect(
            String job,
            String effect,
            @Nullable String reason,
            @Nullable String basis,
            @Nullable String script,
            @Nullable List<String> wishes,
            @Nullable List<String> differences) {

        static KeptEffect of(PlannedJob job) {
            return new KeptEffect(
                    job.job(),
                    job.effect().name(),
                    job.reason(),
                    job.basis(),
                    job.script(),
                    job.wishes(),
                    job.differences());
        }

        PlannedJob planned() {
            return new PlannedJob(
                    job,
                    PlannedJob.Effect.valueOf(effect),
                    text(reason),
                    text(basis),
                    text(script),
                    list(wishes),
                    list(differences));
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
