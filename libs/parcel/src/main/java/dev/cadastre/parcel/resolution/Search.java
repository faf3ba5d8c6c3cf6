package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.resolution.DeadEnd.Reason;
import dev.cadastre.parcel.resolution.DeadEnd.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for versions that go together: what is required first is chosen first, of each parcel the
 * version that is liked best. Where nothing is left, it goes back to the last parcel that has to do
 * with it (conflict-directed backjumping), so that it finds the same as one that goes back step by
 * step. It calls no method for each step, for chains of requirements may be long. Not thread-safe.
 */
final class Search {

    private final Catalogue catalogue;
    private final Matching matching;
    private final Viability viability;
    private final Liking liking;
    private final int mostTries;
    private final Choice choice = new Choice();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int tries;
    private @Nullable DeadEnd failure;

    Search(Catalogue catalogue, Matching matching, Liking liking, int mostTries) {
        this.catalogue = catalogue;
        this.matching = matching;
        this.viability = new Viability(catalogue, matching);
        this.liking = liking;
        this.mostTries = mostTries;
    }

    /** A parcel of which a version is being looked for. */
    private static final class Frame {
        final String parcel;
        final int place;
        final int required;
        final int[] order;
        final Set<String> conflicts = new HashSet<>();
        final List<Rejection> rejections = new ArrayList<>();
        int tried = -1;

        Frame(String parcel, int place, int required, int[] order) {
            this.parcel = parcel;
            this.place = place;
            this.required = required;
            this.order = order;
        }

        int version() {
            return order[tried];
        }
    }

    /** Says that there are more combinations than anybody waits for. */
    static final class TooMany extends Exception {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many combinations", null, false, false);
        }
    }

    /** What was chosen, or, if nothing goes together, null: then {@link #failure} says why. */
    @Nullable Choice run(Need root) throws TooMany {
        viability.explore(root);
        choice.require(root);
        descend(0);
        while (!frames.isEmpty()) {
            Frame frame = frames.element();
            if (advance(frame)) {
                if (!descend(frame.place)) {
                    return choice;
                }
            } else if (!jumpBack()) {
                return null;
            }
        }
        return choice;
    }

    /** Why nothing goes together. */
    Optional<DeadEnd> failure() {
        return Optional.ofNullable(failure);
    }

    /** Takes up the next requirement; false if there is none. */
    private boolean descend(int from) {
        int place = choice.open(from);
        if (place >= 0) {
            String parcel = choice.required(place).provider();
            int[] order = liking.order(parcel);
            frames.push(new Frame(parcel, place, choice.required(), order));
        }
        return place >= 0;
    }

    private boolean advance(Frame frame) throws TooMany {
        choice.undo(frame.parcel, frame.required);
        List<Candidate> versions = catalogue.versions(frame.parcel);
        while (++frame.tried < frame.order.length) {
            if (++tries > mostTries) {
                throw new TooMany();
            }
            Candidate candidate = versions.get(frame.version());
            Rejection rejection = rejection(frame, candidate);
            if (rejection == null) {
                choice.choose(frame.parcel, frame.version(), matching.needs(candidate));
                return true;
            }
            frame.rejections.add(rejection);
        }
        return false;
    }

    private @Nullable Rejection rejection(Frame frame, Candidate candidate) {
        if (!liking.admits(candidate)) {
            return new Rejection(candidate, Reason.PINNED, null, null, null);
        }
        for (Need need : choice.needsOf(frame.parcel)) {
            if (!need.fits().get(frame.version())) {
                blame(frame, need);
                return new Rejection(candidate, Reason.UNWANTED, need, null, null);
            }
        }
        Rejection hopeless = viability.rejection(frame.parcel, frame.version());
        if (hopeless != null) {
            return hopeless;
        }
        for (Need need : matching.needs(candidate)) {
            Rejection rejection = need.isAmbiguous() ? null : lack(frame, candidate, need);
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    /** Why a candidate does not get what it needs, as far as that can be said now. */
    private @Nullable Rejection lack(Frame frame, Candidate candidate, Need need) {
        String provider = need.provider();
        Integer taken = taken(frame, provider);
        if (taken == null) {
            return clash(frame, candidate, need);
        }
        if (need.fits().get(taken)) {
            return null;
        }
        if (!provider.equals(frame.parcel)) {
            frame.conflicts.add(provider);
        }
        Candidate other = catalogue.versions(provider).get(taken);
        return new Rejection(candidate, Reason.TAKEN, need, other, null);
    }

    /** The place of the version of a parcel if this candidate is taken; null if none is chosen. */
    private @Nullable Integer taken(Frame frame, String parcel) {
        if (parcel.equals(frame.parcel)) {
            return frame.version();
        }
        return choice.version(parcel);
    }

    /** Whether what others require already leaves no version for this one. */
    private @Nullable Rejection clash(Frame frame, Candidate candidate, Need need) {
        BitSet left = (BitSet) need.fits().clone();
        left.and(viability.of(need.provider()));
        List<Need> others = choice.needsOf(need.provider());
        Need last = null;
        for (int i = 0; i < others.size() && !left.isEmpty(); i++) {
            last = others.get(i);
            left.and(last.fits());
        }
        if (!left.isEmpty()) {
            return null;
        }
        others.forEach(other -> blame(frame, other));
        return new Rejection(candidate, Reason.CLASH, need, last, null);
    }

    private static void blame(Frame frame, Need need) {
        Candidate requirer = need.requirer();
        if (requirer != null && !requirer.name().equals(frame.parcel)) {
            frame.conflicts.add(requirer.name());
        }
    }

    /** Goes back to the last parcel whose choice matters; false if there is none. */
    private boolean jumpBack() {
        Frame dead = frames.pop();
        blame(dead, choice.required(dead.place));
        DeadEnd end = new DeadEnd(dead.parcel, dead.rejections);
        while (!frames.isEmpty()) {
            Frame frame = frames.element();
            if (dead.conflicts.remove(frame.parcel)) {
                frame.conflicts.addAll(dead.conflicts);
                Candidate tried = catalogue.versions(frame.parcel).get(frame.version());
                frame.rejections.add(new Rejection(tried, Reason.DEEPER, null, dead.parcel, end));
                return true;
            }
            frames.pop();
            choice.undo(frame.parcel, frame.required);
        }
        failure = end;
        return false;
    }
}
