package dev.cadastre.server.alerting.silence;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Silences, said by people and tools. One of an asset takes writing in its environment, one with a
 * query everywhere. Thread-safe.
 */
@NamedInterface("silence")
@Service
public class Silences {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_REASON = 1_000;

    private final SilenceTable table;
    private final Silenced silenced;
    private final IncidentTable incidents;
    private final AssetPlaces places;
    private final StandingQueries queries;
    private final Timeline timeline;
    private final Access access;
    private final Clock clock;

    Silences(
            SilenceTable table,
            Silenced silenced,
            IncidentTable incidents,
            AssetPlaces places,
            StandingQueries queries,
            Timeline timeline,
            Access access,
            Clock clock) {
        this.table = table;
        this.silenced = silenced;
        this.incidents = incidents;
        this.places = places;
        this.queries = queries;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /** The one because of which an incident is not told now; empty if it is told. */
    public Optional<Silence> covering(Incident incident) {
        return Optional.ofNullable(covering(List.of(incident)).get(incident.id()));
    }

    /** The same for many, by their ids; those that are told are not among them. */
    public Map<Long, Silence> covering(Collection<Incident> incidents) {
        Instant now = now();
        return silenced.of(
                incidents, table.endingAfter(now).stream().filter(one -> one.lasts(now)).toList());
    }

    /** Those that last or are to come, within reach; those with a query are for all to see. */
    public List<Silence> current(Reach reach) {
        return table.endingAfter(now()).stream().filter(one -> covers(reach, one)).toList();
    }

    private static boolean covers(Reach reach, Silence one) {
        String environment = one.environment();
        return environment == null || reach.covers(environment);
    }

    /**
     * Begins a silence, or lets it begin later.
     *
     * @throws AlertingRefused if there cannot be such a one, with all that is wrong
     */
    @Transactional
    public Silence begin(NewSilence wanted) {
        Instant now = now();
        Instant begins = Objects.requireNonNullElse(wanted.begins(), now);
        Instant ends = Objects.requireNonNullElse(wanted.ends(), Instant.EPOCH);
        List<AlertingProblem> problems = problems(wanted, begins, ends, now);
        if (!problems.isEmpty()) {
            throw new AlertingRefused(AlertingRefused.Reason.INVALID, problems);
        }
        String asset = wanted.asset();
        String environment = asset == null ? null : environment(asset).orElse(null);
        access.require(Verb.WRITE, Part.ALERTING, environment);
        Silence made =
                table.add(
                        new Silence(
                                0,
                                wanted.asset(),
                                wanted.q(),
                                environment,
                                begins,
                                ends,
                                wanted.reason().strip(),
                                now,
                                access.actor().label(),
                                null));
        tell(made, "announced");
        return made;
    }

    private List<AlertingProblem> problems(
            NewSilence wanted, Instant begins, Instant ends, Instant now) {
        List<AlertingProblem> problems = new ArrayList<>();
        String asset = wanted.asset();
        String q = wanted.q();
        if ((asset == null) == (q == null)) {
            problems.add(
                    problem("asset", "Say what it is about: an asset or a query, and not both."));
        }
        if (asset != null && environment(asset).isEmpty()) {
            problems.add(
                    problem(
                            "asset",
                            "There is no asset %s on the map, nor an incident of it."
                                    .formatted(asset)));
        }
        if (q != null) {
            queries.faults(q).forEach(fault -> problems.add(problem("q", fault)));
        }
        if (wanted.ends() == null) {
            problems.add(problem("ends", "It does not say when it ends."));
        } else if (!ends.isAfter(begins) || !ends.isAfter(now)) {
            problems.add(problem("ends", "It ends before it begins."));
        } else if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            problems.add(problem("ends", "It lasts longer than a year."));
        }
        if (wanted.reason().isBlank()) {
            problems.add(problem("reason", "It does not say why."));
        } else if (wanted.reason().length() > LONGEST_REASON) {
            problems.add(
                    problem(
                            "reason",
                            "It has more than %,d characters.".formatted(LONGEST_REASON)));
        }
        return problems;
    }

    private static AlertingProblem problem(String place, String message) {
        return new AlertingProblem(
                "silence.%s-wrong".formatted(place),
                place,
                message,
                "Correct it, and send it again.");
    }

    /** Where an asset is, or an incident that it was the cause of; empty if it is not known. */
    private Optional<String> environment(String asset) {
        Map<String, AssetPlaces.Place> known = places.of(List.of(asset));
        return Optional.ofNullable(known.get(asset))
                .map(place ->
                        Objects.requireNonNullElse(place.environment(), Environment.UNASSIGNED))
                .or(() -> incidents.environment(asset));
    }

    /**
     * Ends a silence before its time; what is still open is told of then.
     *
     * @throws AlertingRefused if there is none
     */
    @Transactional
    public void end(long id, Reach reach) {
        Silence known =
                table.find(id).filter(one -> covers(reach, one)).orElseThrow(() -> unknown(id));
        access.require(Verb.WRITE, Part.ALERTING, known.environment());
        table.end(id, now(), access.actor().label());
        tell(known, "ended");
    }

    private static AlertingRefused unknown(long id) {
        return new AlertingRefused(
                AlertingRefused.Reason.UNKNOWN,
                List.of(
                        new AlertingProblem(
                                "silence.unknown",
                                "id",
                                "There is no silence with the id " + id + ".",
                                "See /api/v1/silences for those there are.")));
    }

    private void tell(Silence one, String what) {
        String asset = one.asset();
        timeline.append(
                new NewEvent(
                        asset == null ? "silence:" + one.id() : asset,
                        Objects.requireNonNullElse(one.environment(), Environment.UNASSIGNED),
                        "silence." + what,
                        "A silence of %s until %s was %s: %s"
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
