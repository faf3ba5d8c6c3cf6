package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Provision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All versions of all parcels that may be chosen. Immutable, and the same whatever the order of
 * what it was made of.
 */
public final class Catalogue {

    private final Map<String, List<Candidate>> parcels;
    private final Map<String, SortedSet<String>> providers = new HashMap<>();
    private final VersionRanks ranks;

    private Catalogue(Map<String, List<Candidate>> parcels, VersionRanks ranks) {
        this.parcels = parcels;
        this.ranks = ranks;
        for (List<Candidate> versions : parcels.values()) {
            for (Candidate candidate : versions) {
                for (Provision provision : candidate.provisions()) {
                    providers
                            .computeIfAbsent(provision.name(), name -> new TreeSet<>())
                            .add(candidate.name());
                }
            }
        }
    }

    /**
     * One of these.
     *
     * @throws IllegalArgumentException if a version of a parcel is among them twice with different
     *     digests: then nobody knows which is meant
     */
    public static Catalogue of(Collection<Candidate> candidates) {
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Candidate other = distinct.putIfAbsent(candidate.toString(), candidate);
            if (other != null && !other.digest().equals(candidate.digest())) {
                throw new IllegalArgumentException(
                        "%s is there twice, as %s and %s"
                                .formatted(candidate, other.digest(), candidate.digest()));
            }
        }
        return sorted(distinct.values());
    }

    private static Catalogue sorted(Collection<Candidate> candidates) {
        Set<String> versions =
                candidates.stream()
                        .flatMap(candidate -> candidate.provisions().stream())
                        .map(Provision::version)
                        .collect(Collectors.toSet());
        VersionRanks ranks = VersionRanks.of(versions);
        Comparator<Candidate> newestFirst =
                Comparator.comparingInt((Candidate candidate) -> ranks.of(candidate.version()))
                        .reversed()
                        .thenComparing(Candidate::version);
        Map<String, List<Candidate>> parcels = new HashMap<>();
        candidates.forEach(candidate ->
                parcels.computeIfAbsent(candidate.name(), name -> new ArrayList<>())
                        .add(candidate));
        parcels.replaceAll((name, list) -> list.stream().sorted(newestFirst).toList());
        return new Catalogue(parcels, ranks);
    }

    /** This one, in which there is no other version of that parcel. */
    Catalogue withOnly(Candidate candidate) {
        return sorted(
                Stream.concat(
                                parcels.values().stream()
                                        .flatMap(List::stream)
                                        .filter(other -> !other.name().equals(candidate.name())),
                                Stream.of(candidate))
                        .toList());
    }

    /** A version of a parcel; empty if it is not here. */
    public Optional<Candidate> find(String name, String version) {
        return versions(name).stream()
                .filter(candidate -> candidate.version().equals(version))
                .findFirst();
    }

    /** The versions of a parcel, newest first; none if there is no such parcel. Unmodifiable. */
    public List<Candidate> versions(String name) {
        return parcels.getOrDefault(name, List.of());
    }

    /** All that parcels are called here, or provide, in the order of the alphabet. */
    SortedSet<String> provided() {
        return new TreeSet<>(providers.keySet());
    }

    /** The parcels of which some version provides that name, in the order of the alphabet. */
    SortedSet<String> providers(String name) {
        return providers.getOrDefault(name, Collections.emptySortedSet());
    }

    VersionRanks ranks() {
        return ranks;
    }
}
