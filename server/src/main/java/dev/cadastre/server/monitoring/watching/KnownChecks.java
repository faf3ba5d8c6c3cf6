package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads off the register what it knows anyway: one question for all monitors of a definition, at no
 * cost to any host, and one commit for all that came of it. A definition that fails rests, and
 * keeps no other from being asked. Who looks while somebody does is sent away. Thread-safe.
 */
@Component
class KnownChecks {

    private static final Logger log = LoggerFactory.getLogger(KnownChecks.class);

    private static final String REGISTER = "register";

    /** How long a definition rests that failed, also if it has new monitors. */
    static final Duration REST = Duration.ofSeconds(30);

    private final MonitorBook book;
    private final Findings findings;
    private final KnownQuestions questions;
    private final Access access;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Map<Long, Instant> asked = new HashMap<>();
    private final Map<Long, Instant> failed = new HashMap<>();

    KnownChecks(
            MonitorBook book,
            Findings findings,
            KnownQuestions questions,
            Access access,
            Clock clock) {
        this.book = book;
        this.findings = findings;
        this.questions = questions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Asks what it is time to ask, and for new monitors at once. At a fixed rate, since what has a
     * fixed delay would hold up everything else scheduled.
     */
    @Scheduled(fixedRate = 1_000)
    void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                access.asSystem(this::lookAtAll);
            } finally {
                looking.set(false);
            }
        }
    }

    private void lookAtAll() {
        Map<Long, List<Watched>> byDefinition =
                book.known().stream()
                        .filter(one -> one.definition().enabled())
                        .collect(Collectors.groupingBy(one -> one.row().definition()));
        asked.keySet().retainAll(byDefinition.keySet());
        failed.keySet().retainAll(byDefinition.keySet());
        byDefinition.forEach(this::look);
    }

    private void look(long definition, List<Watched> monitors) {
        Instant now = clock.instant();
        if (isBefore(now, failed.get(definition), REST)) {
            return;
        }
        boolean due =
                !isBefore(now, asked.get(definition), monitors.getFirst().definition().interval());
        List<Watched> wanted =
                due ? monitors : monitors.stream().filter(KnownVerdict::isNew).toList();
        if (wanted.isEmpty()) {
            return;
        }
        try {
            ask(wanted);
            failed.remove(definition);
            if (due) {
                asked.put(definition, now);
            }
        } catch (RuntimeException failure) {
            failed.put(definition, now);
            log.warn(
                    "The monitors {} are read off the register again later",
                    monitors.getFirst().definition().name(),
                    failure);
        }
    }

    private static boolean isBefore(Instant now, @Nullable Instant last, Duration span) {
        return last != null && now.isBefore(last.plus(span));
    }

    private void ask(List<Watched> monitors) {
        KnownAnswer answer = answer(monitors.getFirst().definition());
        Instant now = clock.instant();
        findings.takeAll(
                monitors.stream()
                        .map(one ->
                                KnownVerdict.of(one, answer)
                                        .map(result ->
                                                new Finding(
                                                        one.id(),
                                                        result,
                                                        now,
                                                        Duration.ZERO,
                                                        REGISTER)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Nothing is known of what nobody can ask, which is not the same as that all is well. */
    private KnownAnswer answer(MonitorDefinition definition) {
        try {
            return questions.ask(definition);
        } catch (RuntimeException failure) {
            log.warn("The register does not answer to {}", definition.name(), failure);
            return new KnownAnswer.Unanswered(
                    "The register does not answer; the server's log says why.");
        }
    }
}
