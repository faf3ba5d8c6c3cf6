package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.keeping.StateTable;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** What is thought of what is monitored, and results that others tell. Thread-safe. */
@NamedInterface("watching")
@Service
public class Monitors {

    private final MonitorBook book;
    private final StateTable states;
    private final Series series;
    private final Findings findings;
    private final Watch watch;
    private final Access access;
    private final Clock clock;

    Monitors(
            MonitorBook book,
            StateTable states,
            Series series,
            Findings findings,
            Watch watch,
            Access access,
            Clock clock) {
        this.book = book;
        this.states = states;
        this.series = series;
        this.findings = findings;
        this.watch = watch;
        this.access = access;
        this.clock = clock;
    }

    /** Those within reach that are asked for, by id. */
    public List<Monitor> find(MonitorQuery query, Reach reach) {
        List<Watched> found = new ArrayList<>();
        String asset = query.asset();
        Iterable<Watched> candidates = asset == null ? book.after(query.after()) : book.of(asset);
        for (Watched one : candidates) {
            boolean fits = one.id() > query.after() && query.matches(one);
            if (fits && reach.covers(one.row().environment())) {
                found.add(one);
            }
            if (found.size() == query.limit()) {
                break;
            }
        }
        return shown(found);
    }

    List<Monitor> shown(List<Watched> found) {
        Map<Long, LastResult> stored =
                states.results(
                        found.stream().filter(one -> one.last() == null).map(Watched::id).toList());
        return found.stream()
                .map(one ->
                        new Monitor(
                                one.row(),
                                one.definition(),
                                one.standing(),
                                one.last() == null ? stored.get(one.id()) : one.last()))
                .toList();
    }

    /** The one with that id, if it is within reach. */
    public Optional<Monitor> find(long id, Reach reach) {
        return book.find(id)
                .filter(one -> reach.covers(one.row().environment()))
                .map(one -> shown(List.of(one)).getFirst());
    }

    /** How many monitors cannot work because of assets, by asset. */
    public Map<String, Integer> unreachable() {
        Map<String, Integer> unreachable = new HashMap<>();
        for (Watched one : book.after(0)) {
            String because = one.standing().reachability().because();
            if (because != null && one.standing().reachability().isUnreachable()) {
                unreachable.merge(because, 1, Integer::sum);
            }
        }
        return unreachable;
    }

    /** What is thought of every monitor there is, by id, from memory and without results. */
    public Stream<Monitor> all() {
        return book.after(0).stream()
                .map(one -> new Monitor(one.row(), one.definition(), one.standing(), one.last()));
    }

    /** What a monitor is, if it is within reach; from memory. */
    public Optional<MonitorRow> row(long id, Reach reach) {
        return book.find(id).map(Watched::row).filter(row -> reach.covers(row.environment()));
    }

    /** The ids of those within reach of an asset and a name, which several definitions may make. */
    public List<Long> named(String asset, String name, Reach reach) {
        return book.of(asset).stream()
                .filter(one -> one.row().name().equals(name))
                .filter(one -> reach.covers(one.row().environment()))
                .map(Watched::id)
                .toList();
    }

    /** Assets within reach that are down by their monitors, the one that failed first first. */
    public List<String> down(Reach reach) {
        return FailedAssets.certain(
                book.after(0).stream()
                        .filter(one -> reach.covers(one.row().environment()))
                        .toList());
    }

    /** How many monitors within reach each definition makes, by its id; none is left out. */
    public Map<Long, Long> byDefinition(Reach reach) {
        return book.after(0).stream()
                .filter(one -> reach.covers(one.row().environment()))
                .collect(
                        Collectors.groupingBy(
                                one -> one.row().definition(), Collectors.counting()));
    }

    /** What was thought of a monitor, the newest first; none if it is not within reach. */
    public List<PastState> history(long id, Reach reach) {
        return book.find(id).filter(one -> reach.covers(one.row().environment())).isPresent()
                ? states.history(id)
                : List.of();
    }

    /**
     * Checks a monitor now and waits for the answer, which takes running checks in its environment.
     *
     * @return what is thought of it then, or, if that takes longer, as yet
     * @throws MonitorRefused if there is none, or others tell of it
     */
    public Monitor check(long id, Duration patience, Reach reach) throws InterruptedException {
        Watched one = require(id, reach);
        access.require(Verb.RUN, Part.MONITORING, one.row().environment());
        if (!one.definition().enabled()) {
            throw new MonitorRefused(MonitorRefused.Reason.CONFLICT, List.of(off("id", id)));
        }
        if (one.definition().kind().isTold() || one.definition().kind().isKnown()) {
            throw new MonitorRefused(
                    MonitorRefused.Reason.CONFLICT,
                    List.of(
                            new MonitorProblem(
                                    "monitor.not-checked",
                                    "id",
                                    "A %s monitor is not checked; its results come by themselves."
                                            .formatted(one.definition().kind().word()),
                                    "Look at its last result.")));
        }
        try {
            Optional<Watched> after =
                    watch.checkNow(id).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return shown(List.of(after.orElse(one))).getFirst();
        } catch (TimeoutException late) {
            return shown(List.of(book.find(id).orElse(one))).getFirst();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A check ended by failing", impossible);
        }
    }

    /**
     * Takes results in, all or none; they are kept when this returns. A monitor that the server
     * checks itself takes them too, and thinks so until it is checked next.
     *
     * @throws MonitorRefused if a monitor is not there, is switched off, or is read off the
     *     register
     */
    public void tell(List<ToldResult> results, Reach reach) {
        List<MonitorProblem> problems = new ArrayList<>();
        Set<String> environments = new TreeSet<>();
        for (int i = 0; i < results.size(); i++) {
            ToldResult told = results.get(i);
            Optional<Watched> one =
                    book.find(told.monitor())
                            .filter(known -> reach.covers(known.row().environment()));
            if (one.isEmpty()) {
                problems.add(unknown("items." + i, told.monitor()));
            } else if (one.get().definition().kind().isKnown()) {
                problems.add(
                        new MonitorProblem(
                                "monitor.not-told",
                                "items." + i,
                                "Monitor %d is read off the register.".formatted(told.monitor()),
                                "Make a passive monitor for results that you tell."));
            } else if (!one.get().definition().enabled()) {
                problems.add(off("items." + i, told.monitor()));
            }
            one.ifPresent(known -> environments.add(known.row().environment()));
        }
        if (!problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
        environments.forEach(
                environment -> access.require(Verb.WRITE, Part.MONITORING, environment));
        Instant now = clock.instant();
        String by = access.actor().label();
        findings.tell(
                results.stream()
                        .map(told ->
                                new Finding(told.monitor(), told.result(), now, Duration.ZERO, by))
                        .toList());
    }

    private Watched require(long id, Reach reach) {
        return book.find(id)
                .filter(one -> reach.covers(one.row().environment()))
                .orElseThrow(() ->
                        new MonitorRefused(
                                MonitorRefused.Reason.UNKNOWN, List.of(unknown("id", id))));
    }

    private static MonitorProblem off(String place, long id) {
        return new MonitorProblem(
                "monitor.off",
                place,
                "Monitor " + id + " is switched off.",
                "Change it to enabled first.");
    }

    private static MonitorProblem unknown(String place, long id) {
        return new MonitorProblem(
                "monitor.unknown",
                place,
                "There is no monitor with the id " + id + ".",
                "See /api/v1/monitors for those there are.");
    }

    /**
     * The values of a monitor over time; none if it is not within reach.
     *
     * @param label which of them are meant
     * @param points how many points each may have, from 1 to 10,000
     */
    public SeriesAnswer series(
            long id, Predicate<String> label, Instant from, Instant to, int points, Reach reach) {
        return find(id, reach).isPresent()
                ? series.read(id, label, from, to, points)
                : SeriesAnswer.NONE;
    }

    /** How the watch itself is doing. */
    public WatchStatus status() {
        return new WatchStatus(
                book.size(),
                watch.inTurns(),
                watch.lateness().count(),
                watch.lateness().quantile(0.5),
                watch.lateness().quantile(0.99));
    }
}
