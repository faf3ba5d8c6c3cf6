package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of incidents when something else is thought of what may be failures.
 *
 * <p>A failure belongs to the incident of what it is about, or of the asset that it cannot work
 * because of, if there is an incident of that. There is never more than one open incident of a
 * cause, a failure belongs to at most one, and an incident is open for as long as a failure of it
 * is left. One whose last failure ends because another asset is down is merged into the incident of
 * that asset, if there is one. Pure.
 */
public final class IncidentRules {

    private final Map<String, Course> byCause = new HashMap<>();
    private final Map<String, Course> byKey = new HashMap<>();
    private final List<Course> all = new ArrayList<>();
    private long next = -1;

    private IncidentRules(List<OpenIncident> open) {
        open.forEach(one -> add(Course.of(one)));
    }

    /**
     * What becomes of incidents, without those that stay as they are.
     *
     * @param open all incidents that are not over
     * @param changes what is thought, in the order in which it came to be
     */
    public static List<Decision> decide(List<OpenIncident> open, List<Change> changes) {
        IncidentRules rules = new IncidentRules(open);
        changes.forEach(rules::take);
        return rules.all.stream().filter(Course::isTouched).map(Course::decision).toList();
    }

    private void add(Course course) {
        all.add(course);
        byCause.put(course.cause(), course);
        course.keys().forEach(key -> byKey.put(key, course));
    }

    private void take(Change change) {
        Course known = byKey.get(change.key());
        switch (change.verdict()) {
            case FINE -> {
                if (known != null) {
                    leave(known, change, change.reason());
                }
            }
            case IN_DOUBT -> {}
            case FLAPS -> {
                if (known == null) {
                    join(change);
                }
            }
            case FAILS -> {
                if (known == null) {
                    join(change);
                } else {
                    goOn(known, change);
                }
            }
        }
    }

    private void join(Change change) {
        String because = change.because();
        Course course = because == null ? null : byCause.get(because);
        if (because != null && course == null) {
            // What it needs is down and that is nobody's failure, as in a downtime.
            return;
        }
        if (course == null) {
            course = byCause.get(change.asset());
        }
        if (course == null) {
            course = Course.begin(next--, change.asset(), change);
            add(course);
        }
        byKey.put(change.key(), course);
        course.put(change.failure());
    }

    private void goOn(Course known, Change change) {
        String because = change.because();
        Course cause = because == null ? null : byCause.get(because);
        if (cause != null && cause != known) {
            leave(known, change, "%s, which it needs, is down".formatted(because));
            byKey.put(change.key(), cause);
            cause.put(change.failure());
        } else {
            known.put(since(change.failure(), known.failure(change.key())));
        }
    }

    /** What becomes worse or better began when it began. */
    private static Failure since(Failure now, @Nullable Failure before) {
        return before == null || now.since().isBefore(before.since())
                ? now
                : new Failure(
                        now.key(),
                        now.monitor(),
                        now.name(),
                        now.asset(),
                        now.environment(),
                        now.state(),
                        now.output(),
                        before.since(),
                        null,
                        null);
    }

    private void leave(Course known, Change change, String reason) {
        known.end(change.key(), change.at(), reason);
        byKey.remove(change.key());
        if (known.isOver()) {
            byCause.remove(known.cause());
            String because = change.because();
            known.resolve(change.at(), because == null ? null : byCause.get(because));
        }
    }
}
