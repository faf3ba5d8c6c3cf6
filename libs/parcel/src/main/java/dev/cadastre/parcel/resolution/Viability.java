package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.resolution.DeadEnd.Reason;
import dev.cadastre.parcel.resolution.DeadEnd.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which versions could be chosen at all: those that need nothing that nothing meets, and nothing
 * that only such versions meet, and so on. What is found here once need not be found again and
 * again by going back from it. Not thread-safe.
 */
final class Viability {

    private static final int DEEPEST = 8;
    private static final BitSet NONE = new BitSet();

    private final Catalogue catalogue;
    private final Matching matching;
    private final Map<String, BitSet> viable = new HashMap<>();
    private final Map<String, Map<Integer, Need>> lacking = new HashMap<>();
    private final Map<String, List<Version>> requirers = new HashMap<>();
    private final Deque<Version> doubtful = new ArrayDeque<>();

    private record Version(String parcel, int place) {}

    Viability(Catalogue catalogue, Matching matching) {
        this.catalogue = catalogue;
        this.matching = matching;
    }

    /** Looks at all that may be needed from there on. */
    void explore(Need root) {
        Deque<String> parcels = new ArrayDeque<>();
        discover(root, parcels);
        while (!parcels.isEmpty()) {
            String parcel = parcels.remove();
            for (int i = 0; i < catalogue.versions(parcel).size(); i++) {
                Version version = new Version(parcel, i);
                for (Need need : needs(version)) {
                    discover(need, parcels);
                    if (!need.isAmbiguous() && !need.providers().isEmpty()) {
                        requirers
                                .computeIfAbsent(need.provider(), name -> new ArrayList<>())
                                .add(version);
                    }
                }
                // Those found last are looked at first: others need them.
                doubtful.push(version);
            }
        }
        while (!doubtful.isEmpty()) {
            check(doubtful.pop());
        }
    }

    private void discover(Need need, Deque<String> parcels) {
        if (need.isAmbiguous() || need.providers().isEmpty()) {
            return;
        }
        String parcel = need.provider();
        if (!viable.containsKey(parcel)) {
            BitSet all = new BitSet();
            all.set(0, catalogue.versions(parcel).size());
            viable.put(parcel, all);
            parcels.add(parcel);
        }
    }

    private List<Need> needs(Version version) {
        return matching.needs(catalogue.versions(version.parcel()).get(version.place()));
    }

    private void check(Version version) {
        if (!of(version.parcel()).get(version.place())) {
            return;
        }
        for (Need need : needs(version)) {
            if (!need.isAmbiguous() && !isMet(need)) {
                of(version.parcel()).clear(version.place());
                lacking.computeIfAbsent(version.parcel(), name -> new HashMap<>())
                        .put(version.place(), need);
                requirers.getOrDefault(version.parcel(), List.of()).forEach(doubtful::push);
                return;
            }
        }
    }

    private boolean isMet(Need need) {
        return !need.isHopeless() && need.fits().intersects(of(need.provider()));
    }

    /** The places of the versions of a parcel that could be chosen; not to be changed. */
    BitSet of(String parcel) {
        return viable.getOrDefault(parcel, NONE);
    }

    /** Why a version could not be chosen; null if it could. */
    @Nullable Rejection rejection(String parcel, int place) {
        return rejection(parcel, place, DEEPEST);
    }

    private @Nullable Rejection rejection(String parcel, int place, int depth) {
        Need need = lacking.getOrDefault(parcel, Map.of()).get(place);
        if (need == null) {
            return null;
        }
        Candidate candidate = catalogue.versions(parcel).get(place);
        return need.isHopeless()
                ? new Rejection(candidate, Reason.LACKING, need, null, null)
                : new Rejection(
                        candidate,
                        Reason.DEEPER,
                        need,
                        null,
                        depth == 0 ? null : end(need, depth - 1));
    }

    /** Why none of the versions that would meet a need could be chosen. */
    private DeadEnd end(Need need, int depth) {
        List<Rejection> rejections = new ArrayList<>();
        boolean explained = false;
        for (int i = 0; i < catalogue.versions(need.provider()).size(); i++) {
            Rejection rejection =
                    need.fits().get(i)
                            ? rejection(need.provider(), i, explained ? 0 : depth)
                            : new Rejection(
                                    catalogue.versions(need.provider()).get(i),
                                    Reason.UNWANTED,
                                    need,
                                    null,
                                    null);
            if (rejection != null) {
                explained |= rejection.deeper() != null;
                rejections.add(rejection);
            }
        }
        return new DeadEnd(need.provider(), rejections);
    }
}
