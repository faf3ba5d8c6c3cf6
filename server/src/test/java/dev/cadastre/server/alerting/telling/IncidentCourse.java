package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident of which a test decides how it goes, and what a plan tells of it. */
final class IncidentCourse {

    static final Policy POLICY =
            new Policy(Duration.ofSeconds(3), Duration.ofHours(1), Duration.ofMinutes(15), true);

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    /** What can happen. */
    enum Happening {
        SECONDS,
        MINUTES,
        HOURS,
        WARNING,
        UNKNOWN,
        CRITICAL,
        ACKNOWLEDGE,
        RESOLVE,
        MERGE,
        SILENCE,
        SPEAK,
        GIVE_UP,
        DELIVER
    }

    private final List<ToldNotice> told = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Policy policy = POLICY;
    private Instant now = OPENED;
    private IncidentState state = IncidentState.OPEN;
    private MonitorState severity = MonitorState.CRITICAL;
    private @Nullable Long mergedInto;
    private boolean silenced;
    private boolean settled;

    void happen(Happening happening) {
        switch (happening) {
            case SECONDS -> pass(Duration.ofSeconds(2));
            case MINUTES -> pass(Duration.ofMinutes(7));
            case HOURS -> pass(Duration.ofHours(3));
            case WARNING, UNKNOWN, CRITICAL -> severity(MonitorState.valueOf(happening.name()));
            case ACKNOWLEDGE -> acknowledge();
            case RESOLVE -> resolve();
            case MERGE -> merge();
            case SILENCE -> silence(true);
            case SPEAK -> silence(false);
            case GIVE_UP -> giveUp("it was refused");
            case DELIVER -> deliver();
        }
    }

    /** Looks after that time, and again as after a restart. */
    List<NoticeKind> pass(Duration time) {
        now = now.plus(time);
        List<NoticeKind> kinds = new ArrayList<>();
        for (NoticePlan plan = plan(); !plan.notices().isEmpty(); plan = plan()) {
            for (PlannedNotice one : plan.notices()) {
                kinds.add(one.kind());
                reasons.add(one.reason());
                told.add(notice(one));
                if (silenced) {
                    violations.add("silence was broken by " + one);
                }
                if (kinds.size() > 3) {
                    violations.add("one moment tells " + kinds);
                    return kinds;
                }
            }
        }
        return kinds;
    }

    private ToldNotice notice(PlannedNotice one) {
        return new ToldNotice(one.kind(), one.ordinal(), one.severity(), now, List.of(), true);
    }

    /** All of what was told last is given up. */
    void giveUp(String why) {
        outcome(List.of(new Unreached("data", why)), false);
    }

    /** A person has it tried once more, and it arrives. */
    void deliver() {
        outcome(List.of(), true);
    }

    private void outcome(List<Unreached> unreached, boolean heard) {
        if (!told.isEmpty()) {
            ToldNotice last = told.removeLast();
            told.add(
                    new ToldNotice(
                            last.kind(),
                            last.ordinal(),
                            last.severity(),
                            last.at(),
                            unreached,
                            heard));
        }
    }

    /** Nobody else can be told in the place of who cannot be reached. */
    void leaveAlone() {
        policy = new Policy(policy.settle(), policy.remind(), policy.escalate(), false);
    }

    private NoticePlan plan() {
        NoticePlan plan = NoticePlan.of(incident(), List.copyOf(told), silenced, policy, now);
        settled |= plan.settled();
        if (settled && !plan.settled()) {
            violations.add("it was settled, and goes on with " + plan);
        }
        return plan;
    }

    private Incident incident() {
        return new Incident(
                17,
                "host:db1",
                "postgresql on db1 is CRITICAL",
                "prod",
                state,
                severity,
                OPENED,
                null,
                null,
                null,
                null,
                mergedInto,
                "data",
                1,
                0);
    }

    void severity(MonitorState worst) {
        severity = worst;
    }

    void acknowledge() {
        if (state == IncidentState.OPEN) {
            state = IncidentState.ACKNOWLEDGED;
        }
    }

    void resolve() {
        state = IncidentState.RESOLVED;
    }

    void merge() {
        if (state != IncidentState.RESOLVED) {
            mergedInto = 16L;
        }
        resolve();
    }

    void silence(boolean wanted) {
        silenced = wanted;
    }

    boolean isOver() {
        return state == IncidentState.RESOLVED;
    }

    boolean isSettled() {
        return settled;
    }

    List<ToldNotice> told() {
        return told;
    }

    /** Why each was told, in their order. */
    List<String> reasons() {
        return reasons;
    }

    List<String> violations() {
        return violations;
    }
}
