package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.contact.Contacts;
import dev.cadastre.server.alerting.telling.NoticePlan;
import dev.cadastre.server.alerting.telling.PlannedNotice;
import dev.cadastre.server.alerting.telling.Policy;
import dev.cadastre.server.alerting.telling.Recipient;
import dev.cadastre.server.alerting.telling.Recipients;
import dev.cadastre.server.alerting.telling.ToldNotice;
import dev.cadastre.server.alerting.telling.Unreached;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows incidents, and writes down what is to be told of them, and to whom. What was written is
 * all that it remembers, so that a restart changes nothing. Thread-safe.
 */
@Component
class Teller {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final IncidentSource incidents;
    private final Directory directory;
    private final NoticeTable notices;
    private final DeliveryTable deliveries;
    private final NoticeWriter writer;
    private final NobodyToTell nobody;
    private final TellingProperties properties;
    private final Access access;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    Teller(
            IncidentSource incidents,
            Directory directory,
            NoticeTable notices,
            DeliveryTable deliveries,
            NoticeWriter writer,
            NobodyToTell nobody,
            TellingProperties properties,
            Access access,
            Clock clock) {
        this.incidents = incidents;
        this.directory = directory;
        this.notices = notices;
        this.deliveries = deliveries;
        this.writer = writer;
        this.nobody = nobody;
        this.properties = properties;
        this.access = access;
        this.clock = clock;
    }

    /** Makes the notices that are due; when it returns, they and their deliveries are written. */
    @Scheduled(fixedDelay = 500)
    void tell() {
        turn.lock();
        try {
            access.asSystem(this::tellAll);
        } catch (RuntimeException failure) {
            log.warn("What is to be told is found out again later", failure);
        } finally {
            turn.unlock();
        }
    }

    private void tellAll() {
        List<Incident> unsettled = incidents.unsettled();
        Set<Long> ids = unsettled.stream().map(Incident::id).collect(Collectors.toSet());
        nobody.keepOnly(ids);
        if (unsettled.isEmpty()) {
            return;
        }
        Map<Long, Attempts> attempts = deliveries.attempts(ids);
        Map<Long, List<ToldNotice>> told = notices.told(ids, attempts);
        Tellable tellable = directory.tellable();
        for (Incident incident : unsettled) {
            try {
                tell(
                        new Course(
                                incident,
                                told.getOrDefault(incident.id(), List.of()),
                                attempts.getOrDefault(incident.id(), Attempts.NONE)),
                        tellable);
            } catch (RuntimeException failure) {
                log.warn("Incident {} is told of again later", incident.id(), failure);
            }
        }
    }

    /**
     * An incident with what was told of it.
     *
     * @param attempts what came of that
     */
    private record Course(Incident incident, List<ToldNotice> told, Attempts attempts) {}

    private void tell(Course course, Tellable tellable) {
        Incident incident = course.incident();
        Recipients recipients = tellable.of(course.attempts());
        String ofEnvironment = directory.ownerOf(incident.environment()).orElse(null);
        Recipients.Choice choice =
                recipients.of(incident.owner(), ofEnvironment, properties.fallback());
        Recipient first = choice.recipient();
        Optional<Recipient> escalation =
                first == null ? Optional.empty() : recipients.escalation(first.team());
        Optional<Recipient> instead = instead(course, ofEnvironment, tellable);
        Policy policy =
                policy(
                        first == null ? null : first.team(),
                        escalation.isPresent(),
                        instead.isPresent());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NoticePlan plan = NoticePlan.of(incident, course.told(), false, policy, now);
        if (plan.settled()) {
            incidents.settle(incident.id());
            return;
        }
        if (incident.state() == IncidentState.OPEN && course.attempts().nobodyHears()) {
            nobody.note(incident, unheard(course, choice), now);
        } else if (!course.told().isEmpty() && plan.notices().isEmpty()) {
            nobody.forget(incident.id());
        }
        if (!plan.notices().isEmpty() && !incidents.isSilenced(incident)) {
            Audience audience =
                    new Audience(
                            first, escalation.orElse(null), instead.orElse(null), course.told());
            plan.notices().forEach(notice -> write(incident, notice, audience, choice, now));
        }
    }

    /** Who is told in the place of the first team that what was told last did not reach. */
    private Optional<Recipient> instead(
            Course course, @Nullable String ofEnvironment, Tellable tellable) {
        return NoticePlan.unreached(course.told()).stream()
                .findFirst()
                .map(Unreached::team)
                .map(team ->
                        tellable.others(course.attempts())
                                .of(team, ofEnvironment, properties.fallback()))
                .map(Recipients.Choice::recipient);
    }

    private static String unheard(Course course, Recipients.Choice choice) {
        return Stream.concat(
                        NoticePlan.unreached(course.told()).stream().map(Unreached::why),
                        choice.passedOver().stream())
                .collect(Collectors.joining(" "));
    }

    private void write(
            Incident incident,
            PlannedNotice notice,
            Audience audience,
            Recipients.Choice choice,
            Instant now) {
        if (notice.kind().isLast()) {
            writer.writeToAllTold(incident, notice, now);
            return;
        }
        List<Recipient> those = audience.of(notice.kind());
        if (those.isEmpty()) {
            nobody.note(incident, String.join(" ", choice.passedOver()), now);
        } else {
            writer.write(incident, notice, those, now);
            nobody.forget(incident.id());
        }
    }

    private Policy policy(@Nullable Contacts team, boolean escalates, boolean others) {
        if (team == null) {
            return new Policy(properties.settle(), properties.remind(), null, others);
        }
        Duration after = Objects.requireNonNullElse(team.escalateAfter(), properties.escalate());
        return new Policy(
                properties.settle(),
                Objects.requireNonNullElse(team.remindEvery(), properties.remind()),
                escalates ? after : null,
                others);
    }
}
