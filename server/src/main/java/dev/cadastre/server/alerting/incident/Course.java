package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident while it is decided of. Not thread-safe; for one decision. */
final class Course {

    private final long id;
    private final String cause;
    private final String environment;
    private final Instant openedAt;
    private final Map<String, Failure> left = new LinkedHashMap<>();
    private final Map<String, Failure> touched = new LinkedHashMap<>();
    private final Set<Happening> happened = EnumSet.noneOf(Happening.class);
    private String title;
    private MonitorState severity;
    private @Nullable Instant resolvedAt;
    private @Nullable Long mergedInto;

    private Course(OpenIncident known) {
        id = known.id();
        cause = known.cause();
        environment = known.environment();
        openedAt = known.openedAt();
        title = known.title();
        severity = known.severity();
        known.failures().forEach(one -> left.put(one.key(), one));
    }

    static Course of(OpenIncident known) {
        return new Course(known);
    }

    static Course begin(long id, String cause, Change first) {
        Course course =
                new Course(
                        new OpenIncident(
                                id,
                                cause,
                                first.environment(),
                                "",
                                first.state(),
                                first.at(),
                                List.of()));
        course.happened.add(Happening.OPENED);
        return course;
    }

    long id() {
        return id;
    }

    String cause() {
        return cause;
    }

    Set<String> keys() {
        return left.keySet();
    }

    boolean isOver() {
        return left.isEmpty();
    }

    /** A failure of it is new, or is another than before. */
    void put(Failure failure) {
        left.put(failure.key(), failure);
        touched.put(failure.key(), failure);
        if (failure.state().compareTo(severity) > 0) {
            severity = failure.state();
            happened.add(Happening.WORSE);
        }
        retitle();
    }

    /** What is known of a failure of it that goes on. */
    @Nullable Failure failure(String key) {
        return left.get(key);
    }

    /** A failure is none any more, or none of this incident. */
    void end(String key, Instant at, String reason) {
        Failure before = left.remove(key);
        if (before != null) {
            touched.put(key, ended(before, at, reason));
            retitle();
        }
    }

    private static Failure ended(Failure one, Instant at, String reason) {
        return new Failure(
                one.key(),
                one.monitor(),
                one.name(),
                one.asset(),
                one.environment(),
                one.state(),
                one.output(),
                one.since(),
                at,
                reason);
    }

    /** What is over keeps its last title. */
    private void retitle() {
        title = Titles.of(cause, left.values()).orElse(title);
    }

    void resolve(Instant at, @Nullable Course into) {
        resolvedAt = at;
        if (into == null) {
            happened.add(Happening.RESOLVED);
        } else {
            mergedInto = into.id;
            happened.add(Happening.MERGED);
        }
    }

    boolean isTouched() {
        return !touched.isEmpty() || !happened.isEmpty();
    }

    Decision decision() {
        List<Happening> told = new ArrayList<>(happened);
        if (happened.contains(Happening.OPENED)) {
            told.remove(Happening.WORSE);
        }
        return new Decision(
                id,
                cause,
                environment,
                title,
                severity,
                openedAt,
                resolvedAt,
                mergedInto,
                List.copyOf(touched.values()),
                told);
    }
}
