package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of each parcel that is needed.
 *
 * @param root what was asked for
 * @param parcel the name of the parcel that meets it
 * @param parcels all of them in the order of their installation: each behind those that it needs,
 *     otherwise by their names
 */
public record Resolution(Requirement root, String parcel, List<Chosen> parcels) implements Outcome {

    /**
     * A parcel that was chosen.
     *
     * @param candidate the version
     * @param bindings the name of the parcel that meets each of its requirements, by binding;
     *     without those that are optional and that nobody asked for
     */
    public record Chosen(Candidate candidate, Map<String, String> bindings) {

        /** Copies the bindings, sorted. */
        public Chosen {
            bindings = Collections.unmodifiableMap(new TreeMap<>(bindings));
        }
    }

    /** Copies the list. */
    public Resolution {
        parcels = List.copyOf(parcels);
    }

    /** What was chosen of a parcel; empty if it is not needed. */
    public Optional<Chosen> chosen(String name) {
        return parcels.stream()
                .filter(chosen -> chosen.candidate().name().equals(name))
                .findFirst();
    }

    /** What keeps it for the next time. */
    public Lock lock() {
        return Lock.of(
                root,
                parcels.stream()
                        .map(chosen ->
                                new Lock.Parcel(
                                        chosen.candidate().name(),
                                        chosen.candidate().version(),
                                        chosen.candidate().digest(),
                                        chosen.bindings()))
                        .toList());
    }
}
