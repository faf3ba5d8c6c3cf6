package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.search.StandingQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads off the register what it knows anyway: one question for all monitors of a definition, at no
 * cost to any host. For one thread.
 */
@Component
class KnownChecks {

    private static final Logger log = LoggerFactory.getLogger(KnownChecks.class);

    private static final String BREACH = "breach";
    private static final String RULE = "rule";
    private static final String SEVERITY = "severity";
    private static final String REGISTER = "register";

    private final MonitorBook book;
    private final Findings findings;
    private final StandingQueries queries;
    private final Estate estate;
    private final Access access;
    private final Clock clock;
    private final Map<Long, Instant> asked = new HashMap<>();

    KnownChecks(
            MonitorBook book,
            Findings findings,
            StandingQueries queries,
            Estate estate,
            Access access,
            Clock clock) {
        this.book = book;
        this.findings = findings;
        this.queries = queries;
        this.estate = estate;
        this.access = access;
        this.clock = clock;
    }

    /** Asks what it is time to ask. */
    @Scheduled(fixedDelay = 1_000)
    void look() {
        Map<Long, List<Watched>> byDefinition =
                book.after(0).stream()
                        .filter(one -> one.definition().kind().isKnown())
                        .filter(one -> one.definition().enabled())
                        .collect(Collectors.groupingBy(one -> one.row().definition()));
        asked.keySet().retainAll(byDefinition.keySet());
        Instant now = clock.instant();
        byDefinition.forEach((id, monitors) -> {
            Duration interval = monitors.getFirst().definition().interval();
            boolean isNew = monitors.stream().anyMatch(KnownChecks::isNew);
            Instant last = asked.get(id);
            if (isNew || last == null || !now.isBefore(last.plus(interval))) {
                asked.put(id, now);
                access.asSystem(() -> ask(monitors, now));
            }
        });
    }

    private static boolean isNew(Watched one) {
        return one.standing().state() == MonitorState.PENDING;
    }

    private void ask(List<Watched> monitors, Instant now) {
        MonitorDefinition definition = monitors.getFirst().definition();
        Optional<String> question = question(definition);
        Optional<RoaringBitmap> breaching = question.flatMap(queries::hosts);
        for (Watched one : monitors) {
            PluginResult result =
                    breaching
                            .map(hosts -> judge(one, question.orElseThrow(), hosts))
                            .orElseGet(() -> PluginResult.unknown(unanswered(definition)));
            if (findings.take(new Finding(one.id(), result, now, Duration.ZERO, REGISTER))
                    .isEmpty()) {
                log.debug("Monitor {} ended meanwhile", one.id());
            }
        }
    }

    private Optional<String> question(MonitorDefinition definition) {
        return definition.kind() == MonitorKind.FACT
                ? definition.setting(BREACH)
                : definition
                        .setting(RULE)
                        .map(name -> estate.model().rules().get(name))
                        .map(Rule::q);
    }

    private static String unanswered(MonitorDefinition definition) {
        return definition.kind() == MonitorKind.RULE
                ? "There is no rule %s, or it cannot be answered just now"
                        .formatted(definition.setting(RULE).orElse(""))
                : "The query cannot be answered just now";
    }

    private static PluginResult judge(Watched one, String question, RoaringBitmap breaching) {
        if (!breaching.contains(one.row().host())) {
            return PluginResult.stated(PluginState.OK, "It does not match " + question);
        }
        boolean warning =
                one.definition().setting(SEVERITY).filter("warning"::equalsIgnoreCase).isPresent();
        return PluginResult.stated(
                warning ? PluginState.WARNING : PluginState.CRITICAL, "It matches " + question);
    }
}
