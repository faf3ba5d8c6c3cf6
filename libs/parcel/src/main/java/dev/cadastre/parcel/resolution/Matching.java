package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what meets requirements. What it found once, it knows; not thread-safe. */
final class Matching {

    private final Catalogue catalogue;
    private final Preferences preferences;
    private final boolean preReleases;
    private final Map<String, RankedRange> ranges = new HashMap<>();
    private final Map<String, SortedMap<String, BitSet>> offers = new HashMap<>();
    private final IdentityHashMap<Candidate, List<Need>> needs = new IdentityHashMap<>();
    private boolean held;

    /** With {@code preReleases}, those count like all others. */
    Matching(Catalogue catalogue, Preferences preferences, boolean preReleases) {
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.preReleases = preReleases;
    }

    /** Whether a version was not considered because it comes before a release. */
    boolean hasHeldBack() {
        return held;
    }

    /** All that a candidate needs, without what is optional and nobody asked for. */
    List<Need> needs(Candidate candidate) {
        List<Need> known = needs.get(candidate);
        if (known == null) {
            known =
                    candidate.requirements().stream()
                            .filter(requirement -> preferences.wants(candidate, requirement))
                            .map(requirement -> need(candidate, requirement))
                            .toList();
            needs.put(candidate, known);
        }
        return known;
    }

    Need need(@Nullable Candidate requirer, Requirement requirement) {
        SortedMap<String, BitSet> all = offersToOthers(requirer, requirement);
        SortedMap<String, BitSet> usual = withoutPreReleases(requirement, all);
        List<String> providers = providers(requirer, requirement, usual);
        BitSet fits =
                providers.size() == 1
                        ? (preReleases ? all : usual).getOrDefault(providers.get(0), new BitSet())
                        : new BitSet();
        return new Need(requirer, requirement, providers, fits);
    }

    /** Nothing meets what it requires itself, unless it requires itself by its name. */
    private SortedMap<String, BitSet> offersToOthers(
            @Nullable Candidate requirer, Requirement requirement) {
        SortedMap<String, BitSet> all =
                offers.computeIfAbsent(
                        requirement.name() + " " + requirement.range(), key -> offers(requirement));
        if (requirer == null
                || requirer.name().equals(requirement.name())
                || !all.containsKey(requirer.name())) {
            return all;
        }
        SortedMap<String, BitSet> others = new TreeMap<>(all);
        others.remove(requirer.name());
        return others;
    }

    private SortedMap<String, BitSet> offers(Requirement requirement) {
        RankedRange range = range(requirement);
        SortedMap<String, BitSet> found = new TreeMap<>();
        for (String parcel : catalogue.providers(requirement.name())) {
            BitSet fits = new BitSet();
            List<Candidate> versions = catalogue.versions(parcel);
            for (int i = 0; i < versions.size(); i++) {
                fits.set(i, provided(versions.get(i), requirement).anyMatch(it -> isIn(range, it)));
            }
            if (!fits.isEmpty()) {
                found.put(parcel, fits);
            }
        }
        return found;
    }

    private RankedRange range(Requirement requirement) {
        return ranges.computeIfAbsent(
                requirement.range(), text -> RankedRange.of(text, catalogue.ranks()));
    }

    private static Stream<Provision> provided(Candidate candidate, Requirement requirement) {
        return candidate.provisions().stream()
                .filter(provision -> provision.name().equals(requirement.name()));
    }

    private boolean isIn(RankedRange range, Provision provision) {
        return range.contains(catalogue.ranks().of(provision.version()));
    }

    private SortedMap<String, BitSet> withoutPreReleases(
            Requirement requirement, SortedMap<String, BitSet> all) {
        if (range(requirement).namesPreRelease()) {
            return all;
        }
        SortedMap<String, BitSet> releases = new TreeMap<>();
        all.forEach((parcel, fits) -> {
            BitSet usual = usual(catalogue.versions(parcel), requirement, fits);
            if (!usual.isEmpty()) {
                releases.put(parcel, usual);
            }
        });
        held |= !releases.isEmpty() && !releases.equals(all);
        return releases.isEmpty() ? all : releases;
    }

    private BitSet usual(List<Candidate> versions, Requirement requirement, BitSet fits) {
        BitSet usual = new BitSet();
        fits.stream()
                .filter(i ->
                        preferences.knows(versions.get(i))
                                || isRelease(versions.get(i), requirement))
                .forEach(usual::set);
        return usual;
    }

    private boolean isRelease(Candidate candidate, Requirement requirement) {
        return !candidate.isPreRelease()
                && provided(candidate, requirement)
                        .anyMatch(
                                it -> !it.version().contains("-") && isIn(range(requirement), it));
    }

    private List<String> providers(
            @Nullable Candidate requirer,
            Requirement requirement,
            SortedMap<String, BitSet> found) {
        String used = preferences.used(requirer, requirement);
        if (used != null) {
            return List.of(used);
        }
        String locked = preferences.locked(requirer, requirement);
        if (locked != null && found.containsKey(locked)) {
            return List.of(locked);
        }
        if (found.containsKey(requirement.name())) {
            return List.of(requirement.name());
        }
        List<String> known = found.keySet().stream().filter(preferences::knows).toList();
        return known.size() == 1 ? known : List.copyOf(found.keySet());
    }
}
