package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.contact.Contacts;
import dev.cadastre.server.alerting.telling.NoticePlan;
import dev.cadastre.server.alerting.telling.PlannedNotice;
import dev.cadastre.server.alerting.telling.Policy;
import dev.cadastre.server.alerting.telling.Recipient;
import dev.cadastre.server.alerting.telling.Recipients;
import dev.cadastre.server.alerting.telling.ToldNotice;
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
            NoticeWriter writer,
            NobodyToTell nobody,
            TellingProperties properties,
            Access access,
            Clock clock) {
        this.incidents = incidents;
        this.directory = directory;
        this.notices = notices;
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
        Map<Long, List<ToldNotice>> told = notices.told(ids);
        Recipients recipients = directory.recipients();
        for (Incident incident : unsettled) {
            try {
                tell(incident, told.getOrDefault(incident.id(), List.of()), recipients);
            } catch (RuntimeException failure) {
                log.warn("Incident {} is told of again later", incident.id(), failure);
            }
        }
    }

    private void tell(Incident incident, List<ToldNotice> told, Recipients recipients) {
        Recipients.Choice choice =
                recipients.of(
                        incident.owner(),
                        directory.ownerOf(incident.environment()).orElse(null),
                        properties.fallback());
        Recipient first = choice.recipient();
        Optional<Recipient> escalation =
                first == null ? Optional.empty() : recipients.escalation(first.team());
        Policy policy = policy(first == null ? null : first.team(), escalation.isPresent());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NoticePlan plan = NoticePlan.of(incident, told, false, policy, now);
        if (plan.settled()) {
            incidents.settle(incident.id());
        } else if (!plan.notices().isEmpty() && !incidents.isSilenced(incident)) {
            Audience audience = new Audience(first, escalation.orElse(null), told);
            plan.notices().forEach(notice -> write(incident, notice, audience, choice, now));
        }
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

    private Policy policy(@Nullable Contacts team, boolean escalates) {
        if (team == null) {
            return new Policy(properties.settle(), properties.remind(), null);
        }
        Duration after = Objects.requireNonNullElse(team.escalateAfter(), properties.escalate());
        return new Policy(
                properties.settle(),
                Objects.requireNonNullElse(team.remindEvery(), properties.remind()),
                escalates ? after : null);
    }
}
