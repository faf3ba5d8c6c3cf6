package dev.cadastre.server.monitoring.window;

import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Knows which windows there can be. Thread-safe. */
@NamedInterface("window")
@Component
public class WindowRules {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_REASON = 1_000;

    private final AssetPlaces places;
    private final List<RememberedAssets> remembered;
    private final StandingQueries queries;

    WindowRules(AssetPlaces places, List<RememberedAssets> remembered, StandingQueries queries) {
        this.places = places;
        this.remembered = List.copyOf(remembered);
        this.queries = queries;
    }

    /** Where an asset is, on the map or by what was told of it; empty if it is not known. */
    Optional<String> environment(String asset) {
        return Optional.ofNullable(places.of(List.of(asset)).get(asset))
                .map(place ->
                        Objects.requireNonNullElse(place.environment(), Environment.UNASSIGNED))
                .or(() ->
                        remembered.stream()
                                .flatMap(one -> one.environment(asset).stream())
                                .findFirst());
    }

    /** All that is wrong with one that is wanted; empty if there can be such a one. */
    List<MonitorProblem> problems(WindowKind kind, NewWindow wanted, Instant now) {
        List<MonitorProblem> problems = new ArrayList<>();
        subject(kind, wanted, problems);
        time(kind, wanted, now, problems);
        if (wanted.reason().isBlank()) {
            problems.add(problem(kind, "reason", "It does not say why."));
        } else if (wanted.reason().length() > LONGEST_REASON) {
            problems.add(
                    problem(
                            kind,
                            "reason",
                            "It has more than %,d characters.".formatted(LONGEST_REASON)));
        }
        return problems;
    }

    private void subject(WindowKind kind, NewWindow wanted, List<MonitorProblem> problems) {
        String asset = wanted.asset();
        String q = wanted.q();
        if ((asset == null) == (q == null)) {
            problems.add(
                    problem(
                            kind,
                            "asset",
                            "Say what it is about: an asset or a query, and not both."));
        }
        if (asset != null && environment(asset).isEmpty()) {
            problems.add(
                    problem(
                            kind,
                            "asset",
                            "There is no asset %s on the map, nor an incident of it."
                                    .formatted(asset)));
        }
        if (q != null) {
            queries.faults(q).forEach(fault -> problems.add(problem(kind, "q", fault)));
        }
    }

    private static void time(
            WindowKind kind, NewWindow wanted, Instant now, List<MonitorProblem> problems) {
        Instant begins = Objects.requireNonNullElse(wanted.begins(), now);
        Instant ends = wanted.ends();
        if (ends == null) {
            problems.add(problem(kind, "ends", "It does not say when it ends."));
        } else if (!ends.isAfter(begins) || !ends.isAfter(now)) {
            problems.add(problem(kind, "ends", "It ends before it begins."));
        } else if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            problems.add(problem(kind, "ends", "It lasts longer than a year."));
        }
    }

    private static MonitorProblem problem(WindowKind kind, String place, String message) {
        return new MonitorProblem(
                "%s.%s-wrong".formatted(kind.word(), place),
                place,
                message,
                "Correct it, and send it again.");
    }
}
