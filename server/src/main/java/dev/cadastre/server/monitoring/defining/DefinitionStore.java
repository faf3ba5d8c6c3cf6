package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.definition.KindRules;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.keeping.DefinitionTable;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.MonitorTable;
import dev.cadastre.server.monitoring.keeping.NewDefinition;
import dev.cadastre.server.monitoring.keeping.StandingTurn;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes definitions, and brings the monitors in line with them. Those who change something take
 * turns, each in a transaction of its own, after which memory follows. Thread-safe.
 */
@Component
class DefinitionStore {

    private static final String EVENT = "monitor.";

    private final DefinitionTable definitions;
    private final MonitorTable monitors;
    private final StateTable states;
    private final StandingTurn standings;
    private final MonitorBook book;
    private final Coverings coverings;
    private final KindRules rules;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile DefinitionBook known = DefinitionBook.of(List.of());

    DefinitionStore(
            DefinitionTable definitions,
            MonitorTable monitors,
            StateTable states,
            StandingTurn standings,
            MonitorBook book,
            Coverings coverings,
            KindRules rules,
            Timeline timeline,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.definitions = definitions;
        this.monitors = monitors;
        this.states = states;
        this.standings = standings;
        this.book = book;
        this.coverings = coverings;
        this.rules = rules;
        this.timeline = timeline;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Something to be done with a definition. */
    sealed interface Step {}

    /** One more. */
    record Add(NewDefinition one) implements Step {}

    /** Another in its place. */
    record Replace(long id, NewDefinition one) implements Step {}

    /** One less. */
    record Remove(DefinitionRow row, String by, @Nullable String reason) implements Step {}

    /** What there is now. */
    DefinitionBook book() {
        return known;
    }

    /** Reads everything before anybody changes it, as the estate file may at the start. */
    @PostConstruct
    void load() {
        turn.lock();
        try {
            known = DefinitionBook.of(definitions.all());
            Map<Long, MonitorDefinition> meanings = meanings(known, known.rows().keySet());
            Map<Long, Standing> thought = states.standings();
            List<Long> lost = new ArrayList<>();
            for (MonitorRow row : monitors.living()) {
                MonitorDefinition definition = meanings.get(row.definition());
                if (definition == null) {
                    lost.add(row.id());
                } else {
                    Standing standing =
                            thought.getOrDefault(row.id(), Standing.pending(row.madeAt()));
                    book.put(new Watched(row, definition, standing, null));
                }
            }
            // Another version of the server may have understood more.
            transaction.executeWithoutResult(_ -> end(lost, now()));
        } finally {
            turn.unlock();
        }
    }

    /** Has everybody begin with what there is. */
    void announce() {
        List<Long> all = book.after(0).stream().map(Watched::id).toList();
        events.publishEvent(new MonitorsChanged(all, List.of()));
    }

    /** Whether it can be told what is to be checked. */
    boolean isReady() {
        return coverings.isReady();
    }

    /**
     * Changes definitions by what there is, all or nothing.
     *
     * @return those that were added or replaced
     */
    List<DefinitionRow> change(Function<DefinitionBook, List<? extends Step>> decision) {
        turn.lock();
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> {
                        List<? extends Step> steps = decision.apply(known);
                        Instant now = now();
                        List<DefinitionRow> written = new ArrayList<>();
                        Set<Long> removed = new HashSet<>();
                        List<NewEvent> told = new ArrayList<>();
                        steps.forEach(step -> told.add(write(step, now, written, removed)));
                        if (!told.isEmpty()) {
                            definitions.remove(removed);
                            timeline.appendAll(told);
                            DefinitionBook next = known.with(written, removed);
                            Set<Long> touched = touched(next, written);
                            Set<Long> concerned = new HashSet<>(removed);
                            concerned.addAll(touched);
                            cover(next, concerned, touched, now);
                            afterCommit(() -> learn(written, removed));
                        }
                        return written;
                    }));
        } finally {
            turn.unlock();
        }
    }

    /** The transaction may be one around ours, and others may have had their turns since. */
    private void learn(List<DefinitionRow> written, Set<Long> removed) {
        turn.lock();
        try {
            known = known.with(written, removed);
        } finally {
            turn.unlock();
        }
    }

    private NewEvent write(Step step, Instant now, List<DefinitionRow> written, Set<Long> removed) {
        return switch (step) {
            case Add(NewDefinition one) -> {
                DefinitionRow row = definitions.add(one, now);
                written.add(row);
                yield event(row, "added", one.by(), one.reason());
            }
            case Replace(long id, NewDefinition one) -> {
                DefinitionRow row = definitions.replace(id, one, now);
                written.add(row);
                yield event(row, "changed", one.by(), one.reason());
            }
            case Remove(DefinitionRow row, String by, String reason) -> {
                removed.add(row.id());
                yield event(row, "removed", by, reason);
            }
        };
    }

    private NewEvent event(DefinitionRow row, String what, String by, @Nullable String reason) {
        String subject = DefinitionBook.subject(row.draft());
        return new NewEvent(
                subject == null ? "monitor:" + row.name() : subject,
                subject == null
                        ? Environment.UNASSIGNED
                        : coverings.environment(subject).orElse(Environment.UNASSIGNED),
                EVENT + what,
                "%s %s was %s%s%s"
                        .formatted(
                                row.template() ? "Template of monitors" : "Monitor",
                                row.name(),
                                what,
                                DefinitionBook.test(row),
                                reason == null ? "" : ": " + reason),
                "{}",
                by);
    }

    /** Definitions that are or mean something else now. */
    private static Set<Long> touched(DefinitionBook next, List<DefinitionRow> written) {
        return written.stream()
                .flatMap(row ->
                        row.template() ? next.startingFrom(row.name()).stream() : Stream.of(row))
                .map(DefinitionRow::id)
                .collect(Collectors.toSet());
    }

    /** Looks again at what all definitions cover. */
    void coverAgain() {
        turn.lock();
        try {
            transaction.executeWithoutResult(
                    _ -> cover(known, known.rows().keySet(), Set.of(), now()));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Brings monitors in line.
     *
     * @param concerned the definitions whose monitors are looked at, those that are gone included
     * @param touched those of them that mean something else than before
     */
    private void cover(DefinitionBook next, Set<Long> concerned, Set<Long> touched, Instant now) {
        Map<Long, MonitorDefinition> meanings = meanings(next, concerned);
        List<MonitorRow> living =
                book.after(0).stream()
                        .map(Watched::row)
                        .filter(row -> concerned.contains(row.definition()))
                        .toList();
        List<Coverings.Meant> meant =
                meanings.entrySet().stream()
                        .map(one ->
                                new Coverings.Meant(
                                        Objects.requireNonNull(next.rows().get(one.getKey())),
                                        one.getValue()))
                        .toList();
        Coverage coverage = Coverage.of(coverings.of(meant, kept(living)), living);
        List<MonitorRow> added = monitors.add(coverage.added(), now);
        monitors.change(coverage.changed());
        List<Long> ended = coverage.ended().stream().map(MonitorRow::id).toList();
        List<MonitorRow> different =
                Stream.concat(
                                living.stream().filter(row -> touched.contains(row.definition())),
                                Stream.concat(added.stream(), coverage.changed().stream()))
                        .filter(row -> meanings.containsKey(row.definition()))
                        .toList();
        if (different.isEmpty() && ended.isEmpty()) {
            return;
        }
        standings.take(() -> {
            ended.forEach(book::forget);
            different.forEach(row -> put(row, meanings, now));
        });
        end(ended, now);
        switchOff(different, meanings, now);
        List<Long> ids = different.stream().map(MonitorRow::id).distinct().toList();
        events.publishEvent(new MonitorsChanged(ids, ended));
    }

    /** Of what is not checked nothing is thought any longer. */
    private void switchOff(
            List<MonitorRow> rows, Map<Long, MonitorDefinition> meanings, Instant now) {
        Map<Long, @Nullable Standing> off = new HashMap<>();
        List<StateChange> changes = new ArrayList<>();
        for (MonitorRow row : rows) {
            MonitorDefinition definition = Objects.requireNonNull(meanings.get(row.definition()));
            Watched known = book.find(row.id()).orElse(null);
            if (!definition.enabled()
                    && known != null
                    && known.standing().state() != MonitorState.PENDING) {
                Standing standing = Standing.off(now);
                off.put(row.id(), standing);
                changes.add(
                        new StateChange(
                                row.id(),
                                row.name(),
                                row.asset(),
                                row.environment(),
                                known.standing(),
                                standing,
                                "",
                                now));
            }
        }
        states.change(off, Map.of(), now);
        if (!changes.isEmpty()) {
            events.publishEvent(new StatesChanged(changes));
        }
    }

    private void end(List<Long> ended, Instant now) {
        if (ended.isEmpty()) {
            return;
        }
        monitors.end(ended, now);
        Map<Long, @Nullable Standing> none = new HashMap<>();
        ended.forEach(id -> none.put(id, null));
        states.change(none, Map.of(), now);
        states.forget(ended);
    }

    private void put(MonitorRow row, Map<Long, MonitorDefinition> meanings, Instant now) {
        MonitorDefinition definition = Objects.requireNonNull(meanings.get(row.definition()));
        Watched changed =
                book.change(
                        row.id(),
                        one -> {
                            Watched other = one.as(row, definition);
                            return definition.enabled() == one.definition().enabled()
                                    ? other
                                    : other.after(beginning(definition, now), one.last());
                        });
        if (changed == null) {
            book.put(new Watched(row, definition, beginning(definition, now), null));
        }
    }

    private static Standing beginning(MonitorDefinition definition, Instant now) {
        return definition.enabled() ? Standing.pending(now) : Standing.off(now);
    }

    private static Map<Long, List<MonitorTable.Fresh>> kept(List<MonitorRow> living) {
        return living.stream()
                .collect(
                        Collectors.groupingBy(
                                MonitorRow::definition,
                                Collectors.mapping(
                                        row ->
                                                new MonitorTable.Fresh(
                                                        row.definition(),
                                                        row.name(),
                                                        row.asset(),
                                                        row.host(),
                                                        row.environment()),
                                        Collectors.toList())));
    }

    private Map<Long, MonitorDefinition> meanings(DefinitionBook all, Set<Long> ids) {
        Map<Long, MonitorDefinition> meanings = new HashMap<>();
        for (long id : ids) {
            Optional.ofNullable(all.rows().get(id))
                    .flatMap(row -> all.definition(row, rules))
                    .ifPresent(definition -> meanings.put(id, definition));
        }
        return meanings;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
