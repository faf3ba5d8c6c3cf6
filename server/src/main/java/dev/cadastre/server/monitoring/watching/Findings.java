package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.StandingTurn;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StateMachine;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.storage.GroupCommit;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what was found, and decides what is thought of monitors by it. A change of that is
 * committed before anybody goes on; a result that changes nothing is written some seconds later
 * with others, and is all that a crash may lose. Of a monitor that is gone or switched off by then
 * no result is taken. Thread-safe.
 */
@Component
class Findings {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);
    private static final int AT_ONCE = 2_000;

    private final MonitorBook book;
    private final StateTable states;
    private final StandingTurn turn;
    private final Series series;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final GroupCommit<Work, Optional<Watched>> commit =
            new GroupCommit<>(AT_ONCE, this::commit);
    private final Set<Long> unwritten = ConcurrentHashMap.newKeySet();

    Findings(
            MonitorBook book,
            StateTable states,
            StandingTurn turn,
            Series series,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.book = book;
        this.states = states;
        this.turn = turn;
        this.series = series;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Something that happened to a monitor.
     *
     * @param last its last result, if it is one
     * @param change what that makes of what was thought of it
     */
    private record Work(long monitor, @Nullable LastResult last, UnaryOperator<Watched> change) {}

    /** What a group makes of monitors that it touches. */
    private record Step(Watched before, Watched after) {

        Step and(Work work) {
            return new Step(before, work.change().apply(after));
        }

        /** A result that changed nothing may have come since, which is the last one then. */
        Watched in(Watched now) {
            boolean same = Objects.equals(after.last(), before.last());
            return now.after(after.standing(), same ? now.last() : after.last());
        }
    }

    /** Takes a result in. Returns what is thought of it then; empty if there is no such monitor. */
    Optional<Watched> take(Finding finding) {
        Watched known = book.find(finding.monitor()).orElse(null);
        if (known == null || !known.definition().enabled()) {
            return Optional.empty();
        }
        store(finding);
        Work work = work(finding);
        return changeQuietly(work).or(() -> commit.write(work));
    }

    private void store(Finding finding) {
        series.store(finding.monitor(), finding.at(), finding.result().metrics());
        series.state(finding.monitor(), finding.at(), finding.result().state());
    }

    /** If that changes nothing that is kept; empty if it does, and was left. */
    private Optional<Watched> changeQuietly(Work result) {
        Watched after =
                book.change(
                        result.monitor(),
                        one -> {
                            Watched changed = result.change().apply(one);
                            return isQuiet(one, changed) ? changed : one;
                        });
        LastResult last = Objects.requireNonNull(result.last());
        if (after == null || !last.equals(after.last())) {
            return Optional.empty();
        }
        unwritten.add(result.monitor());
        return Optional.of(after);
    }

    /** Takes in results of many monitors as if each came alone, with one commit for all. */
    void takeAll(List<Finding> found) {
        List<Work> loud = new ArrayList<>();
        for (Finding finding : found) {
            Watched known = book.find(finding.monitor()).orElse(null);
            if (known != null && known.definition().enabled()) {
                store(finding);
                Work work = work(finding);
                if (changeQuietly(work).isEmpty()) {
                    loud.add(work);
                }
            }
        }
        commit.writeAll(loud);
    }

    /** Takes in results that somebody told; they are kept when this returns. */
    void tell(List<Finding> told) {
        commit.writeAll(told.stream().map(Findings::work).toList());
        told.forEach(this::store);
    }

    private static Work work(Finding finding) {
        MonitorState state = state(finding);
        LastResult last = ResultText.of(finding, state);
        return new Work(
                finding.monitor(),
                last,
                one -> one.after(machine(one).result(one.standing(), state, last.at()), last));
    }

    /** Has something else than results change what is thought of monitors, all together. */
    List<Watched> changeAll(Map<Long, Function<Watched, Standing>> changes) {
        List<Work> work = new ArrayList<>();
        changes.forEach((id, change) ->
                work.add(new Work(id, null, one -> one.after(change.apply(one), one.last()))));
        return commit.writeAll(work).stream().flatMap(Optional::stream).toList();
    }

    static StateMachine machine(Watched one) {
        return new StateMachine(one.definition().retries());
    }

    /** Whether nothing is thought otherwise that is kept. */
    private static boolean isQuiet(Watched before, Watched after) {
        Standing one = before.standing();
        Standing other = after.standing();
        return one.state() == other.state()
                && one.hard() == other.hard()
                && one.attempt() == other.attempt()
                && one.downtime() == other.downtime()
                && one.flapping().flaps() == other.flapping().flaps()
                && one.reachability().equals(other.reachability());
    }

    private static MonitorState state(Finding finding) {
        return switch (finding.result().state()) {
            case OK -> MonitorState.OK;
            case WARNING -> MonitorState.WARNING;
            case CRITICAL -> MonitorState.CRITICAL;
            case UNKNOWN -> MonitorState.UNKNOWN;
        };
    }

    private List<Optional<Watched>> commit(List<Work> group) {
        Map<Long, Step> steps = new HashMap<>();
        transaction.executeWithoutResult(_ -> {
            turn.take(() -> steps.forEach((id, step) -> book.change(id, step::in)));
            group.forEach(work -> consider(work, steps));
            write(List.copyOf(steps.values()), clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
        return group.stream()
                .map(work -> Optional.ofNullable(steps.get(work.monitor())).map(Step::after))
                .toList();
    }

    private void consider(Work work, Map<Long, Step> steps) {
        book.find(work.monitor())
                .filter(one -> work.last() == null || one.definition().enabled())
                .map(one -> steps.getOrDefault(one.id(), new Step(one, one)))
                .ifPresent(step -> steps.put(work.monitor(), step.and(work)));
    }

    private void write(List<Step> steps, Instant now) {
        Map<Long, LastResult> results = new HashMap<>();
        List<Step> loud = new ArrayList<>();
        for (Step step : steps) {
            Watched after = step.after();
            LastResult last = after.last();
            if (last != null) {
                results.put(after.id(), last);
            }
            if (!isQuiet(step.before(), after)) {
                loud.add(step);
            }
        }
        if (!loud.isEmpty()) {
            change(loud, lastOf(loud, results), now);
        }
        states.keep(results);
    }

    /** Of those too of which nothing was found since the server began. */
    private Map<Long, LastResult> lastOf(List<Step> steps, Map<Long, LastResult> known) {
        List<Long> unknown =
                steps.stream()
                        .map(step -> step.after().id())
                        .filter(id -> !known.containsKey(id))
                        .toList();
        Map<Long, LastResult> all = new HashMap<>(known);
        all.putAll(unknown.isEmpty() ? Map.of() : states.results(unknown));
        return all;
    }

    private void change(List<Step> steps, Map<Long, LastResult> results, Instant now) {
        Map<Long, @Nullable Standing> standings = new HashMap<>();
        List<StateChange> changes = new ArrayList<>();
        for (Step step : steps) {
            Watched after = step.after();
            LastResult last = results.get(after.id());
            standings.put(after.id(), after.standing());
            changes.add(change(step, last == null ? "" : last.output(), now));
        }
        states.change(standings, results, now);
        events.publishEvent(new StatesChanged(changes));
    }

    private static StateChange change(Step step, String output, Instant now) {
        Watched after = step.after();
        return new StateChange(
                after.id(),
                after.row().name(),
                after.row().asset(),
                after.row().environment(),
                step.before().standing(),
                after.standing(),
                output,
                now);
    }

    /** Writes what changed nothing. */
    @Scheduled(fixedDelay = 5_000)
    void writeResults() {
        List<Long> some = unwritten.stream().limit(AT_ONCE * 10L).toList();
        if (some.isEmpty()) {
            return;
        }
        some.forEach(unwritten::remove);
        try {
            transaction.executeWithoutResult(_ -> {
                turn.take(() -> {});
                states.keep(inMemory(some));
            });
        } catch (RuntimeException failure) {
            unwritten.addAll(some);
            throw failure;
        }
    }

    /** The newest, whatever the times of results say. */
    private Map<Long, LastResult> inMemory(List<Long> monitors) {
        Map<Long, LastResult> results = new HashMap<>();
        for (long id : monitors) {
            book.find(id).map(Watched::last).ifPresent(last -> results.put(id, last));
        }
        return results;
    }

    /** Writes what is left when nobody finds anything any more. */
    @PreDestroy
    void close() {
        try {
            while (!unwritten.isEmpty()) {
                writeResults();
            }
        } catch (RuntimeException failure) {
            log.warn("The last results of {} monitors are lost", unwritten.size(), failure);
        }
    }

    /** The last result of a monitor, as far as it is known. */
    @Nullable LastResult last(Watched one) {
        LastResult known = one.last();
        return known == null ? states.results(List.of(one.id())).get(one.id()) : known;
    }
}
