package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.resolution.Search.TooMany;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same versions as {@link Search} where that would take too long: each version is a
 * statement, and each requirement a clause. It cannot say as well why there is nothing. Not
 * thread-safe.
 */
final class Combination {

    private static final int MOST_CONFLICTS = 20_000;

    private final Catalogue catalogue;
    private final Matching matching;
    private final Liking liking;
    private final Need root;
    private final Map<String, Integer> firsts = new LinkedHashMap<>();
    private final List<String> parcels = new ArrayList<>();
    private int statements;

    Combination(Catalogue catalogue, Matching matching, Liking liking, Need root) {
        this.catalogue = catalogue;
        this.matching = matching;
        this.liking = liking;
        this.root = root;
    }

    /** What goes together; null if nothing does. */
    @Nullable Choice run() throws TooMany {
        discover();
        Clauses clauses = clauses();
        clauses.add(literals(root, List.of()));
        for (String parcel : parcels) {
            for (int place = 0; place < catalogue.versions(parcel).size(); place++) {
                int version = statement(parcel, place);
                Candidate candidate = catalogue.versions(parcel).get(place);
                if (!liking.admits(candidate)) {
                    clauses.add(Clauses.no(version));
                }
                for (Need need : matching.needs(candidate)) {
                    if (!need.isAmbiguous()) {
                        clauses.add(literals(need, List.of(Clauses.no(version))));
                    }
                }
            }
        }
        return clauses.solve(() -> next(clauses), MOST_CONFLICTS) ? choice(clauses) : null;
    }

    /** All parcels that may be needed. */
    private void discover() {
        discover(root);
        for (int i = 0; i < parcels.size(); i++) {
            for (Candidate candidate : catalogue.versions(parcels.get(i))) {
                matching.needs(candidate).forEach(this::discover);
            }
        }
    }

    private void discover(Need need) {
        if (!need.isAmbiguous() && !need.providers().isEmpty()) {
            String parcel = need.provider();
            if (firsts.putIfAbsent(parcel, statements) == null) {
                parcels.add(parcel);
                statements += catalogue.versions(parcel).size();
            }
        }
    }

    private Clauses clauses() {
        int[] group = new int[statements];
        int[][] groups = new int[parcels.size()][];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new int[catalogue.versions(parcels.get(i)).size()];
            for (int place = 0; place < groups[i].length; place++) {
                groups[i][place] = statement(parcels.get(i), place);
                group[groups[i][place]] = i;
            }
        }
        return new Clauses(group, groups);
    }

    private int statement(String parcel, int place) {
        return Objects.requireNonNull(firsts.get(parcel)) + place;
    }

    private int[] literals(Need need, List<Integer> others) {
        List<Integer> literals = new ArrayList<>(others);
        need.fits().stream()
                .forEach(place -> literals.add(Clauses.yes(statement(need.provider(), place))));
        return literals.stream().mapToInt(literal -> literal).toArray();
    }

    /** The version that is liked best of the first parcel that is needed and not chosen. */
    private int next(Clauses clauses) {
        Queue<Need> needs = new ArrayDeque<>(List.of(root));
        Set<String> seen = new HashSet<>();
        while (!needs.isEmpty()) {
            Need need = needs.remove();
            if (!need.isAmbiguous() && seen.add(need.provider())) {
                int chosen = chosen(clauses, need.provider());
                if (chosen < 0) {
                    return liked(clauses, need.provider());
                }
                needs.addAll(matching.needs(catalogue.versions(need.provider()).get(chosen)));
            }
        }
        return -1;
    }

    private int chosen(Clauses clauses, String parcel) {
        int first = statement(parcel, 0);
        int versions = catalogue.versions(parcel).size();
        for (int place = 0; place < versions; place++) {
            if (clauses.isTrue(Clauses.yes(first + place))) {
                return place;
            }
        }
        return -1;
    }

    private int liked(Clauses clauses, String parcel) {
        for (int place : liking.order(parcel)) {
            int literal = Clauses.yes(statement(parcel, place));
            if (!clauses.isFalse(literal)) {
                return literal;
            }
        }
        throw new IllegalStateException("A clause of what needs %s is broken".formatted(parcel));
    }

    private Choice choice(Clauses clauses) {
        Choice choice = new Choice();
        choice.require(root);
        for (int at = choice.open(0); at >= 0; at = choice.open(at)) {
            String parcel = choice.required(at).provider();
            int place = chosen(clauses, parcel);
            choice.choose(parcel, place, matching.needs(catalogue.versions(parcel).get(place)));
        }
        return choice;
    }
}
