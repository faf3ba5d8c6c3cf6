package dev.cadastre.change.plan;

import dev.cadastre.change.Change;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change with its parameters would do, and what that rests on. Immutable.
 *
 * @param change its name
 * @param changeDigest of the change, as {@link ChangeDigest} makes it
 * @param parameters what it was given, without secrets
 * @param places the machine of whoever runs it first, then the hosts by name
 */
public record Plan(
        String change,
        String changeDigest,
        SortedMap<String, String> parameters,
        List<PlannedPlace> places) {

    /** Copies what can be changed. */
    public Plan {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        places = places.stream().sorted(Comparator.comparing(PlannedPlace::place)).toList();
    }

    /** The plan of a change. */
    public static Plan of(
            Change change, Map<String, String> parameters, Collection<PlannedPlace> places) {
        return new Plan(
                change.name(),
                ChangeDigest.of(change),
                new TreeMap<>(parameters),
                List.copyOf(places));
    }

    /** What it says of a place; empty if nobody looked there. */
    public Optional<PlannedPlace> at(Place place) {
        return places.stream()
                .filter(planned -> planned.place().equals(place) && planned.problem().isEmpty())
                .findFirst();
    }

    /** A digest of the change, its parameters and all that is planned. */
    public String digest() {
        Fields fields = Fields.of("plan").text(change).text(changeDigest).map(parameters);
        fields.count(places.size());
        for (PlannedPlace place : places) {
            fields.text(place.place().host()).text(place.problem()).count(place.jobs().size());
            for (PlannedJob job : place.jobs()) {
                fields.text(job.job())
                        .text(job.effect().name())
                        .text(job.reason())
                        .text(job.basis())
                        .text(job.script())
                        .list(job.wishes())
                        .list(job.differences());
            }
        }
        return fields.digest();
    }
}
