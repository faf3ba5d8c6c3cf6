package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be told of an incident now. It follows from the incident and from what was told alone,
 * so that after a restart nothing is told twice and nothing is left out. A clock that is put back
 * holds nothing up for longer than twice its time. Pure.
 *
 * @param notices in the order in which they are told
 * @param settled whether nothing will ever be told of it any more
 */
public record NoticePlan(List<PlannedNotice> notices, boolean settled) {

    private static final NoticePlan NOTHING_NOW = new NoticePlan(List.of(), false);
    private static final NoticePlan SETTLED = new NoticePlan(List.of(), true);

    /** Copies the notices. */
    public NoticePlan {
        notices = List.copyOf(notices);
    }

    /**
     * Plans.
     *
     * @param told all that was told of it, in its order
     * @param silenced whether nothing is to be told now; what is due then is told afterwards
     */
    public static NoticePlan of(
            Incident incident,
            List<ToldNotice> told,
            boolean silenced,
            Policy policy,
            Instant now) {
        boolean over = incident.state() == IncidentState.RESOLVED;
        Optional<ToldNotice> opened = first(told, NoticeKind.OPENED);
        if (over && (opened.isEmpty() || told.stream().anyMatch(one -> one.kind().isLast()))) {
            return SETTLED;
        }
        if (silenced) {
            return NOTHING_NOW;
        }
        if (over) {
            return new NoticePlan(List.of(ending(incident)), false);
        }
        return opened.isPresent()
                ? new NoticePlan(course(incident, told, opened.get(), policy, now), false)
                : opening(incident, policy, now);
    }

    private static Optional<ToldNotice> first(List<ToldNotice> told, NoticeKind kind) {
        return told.stream().filter(one -> one.kind() == kind).findFirst();
    }

    private static PlannedNotice ending(Incident incident) {
        return incident.mergedInto() == null
                ? new PlannedNotice(
                        NoticeKind.RESOLVED, 0, incident.severity(), "It is over, and was told.")
                : new PlannedNotice(
                        NoticeKind.MERGED,
                        0,
                        incident.severity(),
                        "It was told, and is because of incident " + incident.mergedInto() + ".");
    }

    private static NoticePlan opening(Incident incident, Policy policy, Instant now) {
        if (!isPast(incident.openedAt(), policy.settle(), now)) {
            return NOTHING_NOW;
        }
        return new NoticePlan(
                List.of(
                        new PlannedNotice(
                                NoticeKind.OPENED,
                                0,
                                incident.severity(),
                                "It is open and was not told yet.")),
                false);
    }

    private static List<PlannedNotice> course(
            Incident incident,
            List<ToldNotice> told,
            ToldNotice opened,
            Policy policy,
            Instant now) {
        List<PlannedNotice> notices = new ArrayList<>();
        MonitorState worst =
                told.stream()
                        .map(ToldNotice::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(MonitorState.PENDING);
        if (incident.severity().compareTo(worst) > 0) {
            notices.add(
                    new PlannedNotice(
                            NoticeKind.WORSE,
                            count(told, NoticeKind.WORSE),
                            incident.severity(),
                            "It was told as %s.".formatted(worst)));
        }
        if (incident.state() == IncidentState.OPEN) {
            escalation(incident, told, opened, policy, now).ifPresent(notices::add);
            if (notices.isEmpty()) {
                redirection(incident, told, policy).ifPresent(notices::add);
            }
            if (notices.isEmpty()) {
                reminder(incident, told, policy, now).ifPresent(notices::add);
            }
        }
        return notices;
    }

    private static Optional<PlannedNotice> escalation(
            Incident incident,
            List<ToldNotice> told,
            ToldNotice opened,
            Policy policy,
            Instant now) {
        Duration after = policy.escalate();
        if (after == null
                || first(told, NoticeKind.ESCALATION).isPresent()
                || !isPast(opened.at(), after, now)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlannedNotice(
                        NoticeKind.ESCALATION,
                        0,
                        incident.severity(),
                        "It was told at %s, and nobody looks after it.".formatted(opened.at())));
    }

    /** At once: who cannot be reached will not look after it. */
    private static Optional<PlannedNotice> redirection(
            Incident incident, List<ToldNotice> told, Policy policy) {
        List<Unreached> unreached = unreached(told);
        if (unreached.isEmpty() || !policy.others()) {
            return Optional.empty();
        }
        return Optional.of(
                new PlannedNotice(
                        NoticeKind.REDIRECTED,
                        count(told, NoticeKind.REDIRECTED),
                        incident.severity(),
                        unreached.stream()
                                .map(one ->
                                        "The team %s cannot be reached: %s"
                                                .formatted(one.team(), one.why()))
                                .collect(Collectors.joining(" "))));
    }

    /** The teams that what was told last did not reach, unless somebody heard of it since. */
    public static List<Unreached> unreached(List<ToldNotice> told) {
        return told.reversed().stream()
                .filter(one -> one.heard() || !one.unreached().isEmpty())
                .findFirst()
                .map(ToldNotice::unreached)
                .orElse(List.of());
    }

    /** Whatever was told last reminds of it, too. */
    private static Optional<PlannedNotice> reminder(
            Incident incident, List<ToldNotice> told, Policy policy, Instant now) {
        Instant last = told.getLast().at();
        if (!isPast(last, policy.remind(), now)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlannedNotice(
                        NoticeKind.REMINDER,
                        count(told, NoticeKind.REMINDER),
                        incident.severity(),
                        "It was last told at %s, and nobody looks after it.".formatted(last)));
    }

    /**
     * Whether some time has passed since a moment. One that is as far ahead is from before the
     * clock was put back, and nobody knows how long ago that was: better too early than never.
     */
    private static boolean isPast(Instant moment, Duration time, Instant now) {
        return Duration.between(moment, now).abs().compareTo(time) >= 0;
    }

    private static int count(List<ToldNotice> told, NoticeKind kind) {
        return Math.toIntExact(told.stream().filter(one -> one.kind() == kind).count());
    }
}
