package dev.cadastre.server.monitoring.downtime;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Downtimes, said by people and tools. One of an asset takes writing in its environment, one with a
 * query everywhere. Thread-safe.
 */
@NamedInterface("downtime")
@Service
public class Downtimes {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final DowntimeTable table;
    private final AssetPlaces places;
    private final StandingQueries queries;
    private final Timeline timeline;
    private final Access access;
    private final Clock clock;

    Downtimes(
            DowntimeTable table,
            AssetPlaces places,
            StandingQueries queries,
            Timeline timeline,
            Access access,
            Clock clock) {
        this.table = table;
        this.places = places;
        this.queries = queries;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /** Those that last or are to come, within reach; those with a query are for all to see. */
    public List<Downtime> current(Reach reach) {
        return table.endingAfter(now()).stream().filter(one -> covers(reach, one)).toList();
    }

    private static boolean covers(Reach reach, Downtime one) {
        String environment = one.environment();
        return environment == null || reach.covers(environment);
    }

    /** The one with that id, if it is within reach. */
    public Optional<Downtime> find(long id, Reach reach) {
        return table.find(id).filter(one -> covers(reach, one));
    }

    /**
     * Begins a downtime, or lets it begin later.
     *
     * @throws MonitorRefused if there cannot be such a one, with all that is wrong
     */
    @Transactional
    public Downtime begin(NewDowntime wanted) {
        Instant now = now();
        Instant begins = Objects.requireNonNullElse(wanted.begins(), now);
        List<MonitorProblem> problems = problems(wanted, begins, now);
        if (!problems.isEmpty()) {
            throw new MonitorRefused(MonitorRefused.Reason.INVALID, problems);
        }
        String environment = environment(wanted.asset());
        access.require(Verb.WRITE, Part.MONITORING, environment);
        Downtime made =
                table.add(
                        new Downtime(
                                0,
                                wanted.asset(),
                                wanted.q(),
                                environment,
                                begins,
                                wanted.ends(),
                                wanted.reason().strip(),
                                now,
                                access.actor().label(),
                                null));
        tell(made, "announced");
        return made;
    }

    private List<MonitorProblem> problems(NewDowntime wanted, Instant begins, Instant now) {
        List<MonitorProblem> problems = new ArrayList<>();
        String asset = wanted.asset();
        String q = wanted.q();
        if ((asset == null) == (q == null)) {
            problems.add(
                    problem("asset", "Say what it is about: an asset or a query, and not both."));
        }
        if (asset != null && !places.of(List.of(asset)).containsKey(asset)) {
            problems.add(problem("asset", "There is no asset " + asset + " on the map."));
        }
        if (q != null) {
            queries.faults(q).forEach(fault -> problems.add(problem("q", fault)));
        }
        if (!wanted.ends().isAfter(begins) || !wanted.ends().isAfter(now)) {
            problems.add(problem("ends", "It ends before it begins."));
        } else if (Duration.between(begins, wanted.ends()).compareTo(LONGEST) > 0) {
            problems.add(problem("ends", "It lasts longer than a year."));
        }
        if (wanted.reason().isBlank()) {
            problems.add(problem("reason", "It does not say why."));
        }
        return problems;
    }

    private static MonitorProblem problem(String place, String message) {
        return new MonitorProblem(
                "downtime.%s-wrong".formatted(place),
                place,
                message,
                "Correct it, and send it again.");
    }

    private @Nullable String environment(@Nullable String asset) {
        if (asset == null) {
            return null;
        }
        Map<String, AssetPlaces.Place> known = places.of(List.of(asset));
        return Optional.ofNullable(known.get(asset))
                .map(AssetPlaces.Place::environment)
                .orElse(Environment.UNASSIGNED);
    }

    /**
     * Ends a downtime before its time; what is still broken is told of then.
     *
     * @throws MonitorRefused if there is none
     */
    @Transactional
    public void end(long id, Reach reach) {
        Downtime known =
                find(id, reach)
                        .orElseThrow(() ->
                                new MonitorRefused(
                                        MonitorRefused.Reason.UNKNOWN,
                                        List.of(
                                                new MonitorProblem(
                                                        "downtime.unknown",
                                                        "id",
                                                        "There is no downtime with the id "
                                                                + id
                                                                + ".",
                                                        "See /api/v1/downtimes for those there"
                                                                + " are."))));
        access.require(Verb.WRITE, Part.MONITORING, known.environment());
        table.end(id, now(), access.actor().label());
        tell(known, "ended");
    }

    private void tell(Downtime one, String what) {
        String asset = one.asset();
        timeline.append(
                new NewEvent(
                        asset == null ? "downtime:" + one.id() : asset,
                        Objects.requireNonNullElse(one.environment(), Environment.UNASSIGNED),
                        "downtime." + what,
                        "A downtime of %s until %s was %s: %s"
                                .formatted(
                                        asset == null ? one.q() : asset,
                                        one.ends(),
                                        what,
                                        one.reason()),
                        "{}",
                        access.actor().label()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
