package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StateMachine;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.storage.GroupCommit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what was found, and decides what is thought of monitors by it. A change of that is
 * committed before anybody goes on; a result that changes nothing is written some seconds later
 * with others, and is all that a crash may lose. Thread-safe.
 */
@Component
class Findings {

    private static final int AT_ONCE = 2_000;

    private final MonitorBook book;
    private final StateTable states;
    private final Series series;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final GroupCommit<Work, Optional<Watched>> commit =
            new GroupCommit<>(AT_ONCE, this::commit);
    private final Map<Long, LastResult> unwritten = new ConcurrentHashMap<>();

    Findings(
            MonitorBook book,
            StateTable states,
            Series series,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.book = book;
        this.states = states;
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
    private record Step(Watched before, Watched after) {}

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
        unwritten.put(result.monitor(), last);
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Long, Step> steps = new HashMap<>();
        for (Work work : group) {
            Watched known = book.find(work.monitor()).orElse(null);
            Step step = steps.get(work.monitor());
            if (step != null) {
                steps.put(
                        work.monitor(), new Step(step.before(), work.change().apply(step.after())));
            } else if (known != null) {
                steps.put(work.monitor(), new Step(known, work.change().apply(known)));
            }
        }
        transaction.executeWithoutResult(_ -> write(List.copyOf(steps.values()), now));
        steps.forEach((id, step) ->
                book.change(id, one -> one.after(step.after().standing(), step.after().last())));
        return group.stream()
                .map(work -> Optional.ofNullable(steps.get(work.monitor())).map(Step::after))
                .toList();
    }

    private void write(List<Step> steps, Instant now) {
        Map<Long, @Nullable Standing> standings = new HashMap<>();
        Map<Long, LastResult> results = new HashMap<>();
        List<StateChange> changes = new ArrayList<>();
        for (Step step : steps) {
            Watched after = step.after();
            LastResult last = after.last();
            if (last != null) {
                results.put(after.id(), last);
            }
            if (!isQuiet(step.before(), after)) {
                standings.put(after.id(), after.standing());
                changes.add(change(step, last == null ? "" : last.output(), now));
            }
        }
        states.change(standings, now);
        states.keep(results);
        if (!changes.isEmpty()) {
            events.publishEvent(new StatesChanged(changes));
        }
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
        Map<Long, LastResult> some = new HashMap<>();
        unwritten.forEach((id, last) -> {
            if (some.size() < AT_ONCE * 10) {
                some.put(id, last);
            }
        });
        if (some.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> states.keep(some));
        some.forEach(unwritten::remove);
    }

    /** The last result of a monitor, as far as it is known. */
    @Nullable LastResult last(Watched one) {
        LastResult known = one.last();
        return known == null ? states.results(List.of(one.id())).get(one.id()) : known;
    }
}
