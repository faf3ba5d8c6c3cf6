package dev.cadastre.parcel.resolution;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.resolution.Resolution.Chosen;
import dev.cadastre.parcel.resolution.Search.TooMany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses parcels that go together: one version of each that is needed, the newest that is
 * possible, those first that what was asked for requires itself. The same of the same. Pure, and
 * bounded: it gives up where it had to go back very often.
 */
public final class Resolver {

    /** How many versions are looked at by the search that can say why nothing fits. */
    private static final int FEW_TRIES = 5_000;

    private final Catalogue catalogue;
    private final Requirement root;
    private final Preferences preferences;
    private final int fewTries;
    private final Explanation explanation;

    private Resolver(Catalogue catalogue, Requirement root, Preferences preferences, int fewTries) {
        this.catalogue = catalogue;
        this.root = root;
        this.preferences = preferences;
        this.fewTries = fewTries;
        this.explanation = new Explanation(catalogue, root.name());
    }

    /**
     * Chooses what is needed for a requirement.
     *
     * @param root what is asked for; whether it is optional does not matter
     */
    public static Outcome resolve(Catalogue catalogue, Requirement root, Preferences preferences) {
        return resolve(catalogue, root, preferences, FEW_TRIES);
    }

    /** As {@link #resolve}; the second way to search is taken after so many versions. */
    static Outcome resolve(
            Catalogue catalogue, Requirement root, Preferences preferences, int fewTries) {
        return new Resolver(catalogue, root, preferences, fewTries).resolve();
    }

    /** Chooses what is needed for a parcel, which may be one that is not in the catalogue. */
    public static Outcome resolve(Catalogue catalogue, Candidate root, Preferences preferences) {
        return resolve(
                catalogue.withOnly(root),
                new Requirement(root.name(), "=" + root.version(), root.name(), false),
                preferences);
    }

    /**
     * What a search came to.
     *
     * @param choice what was chosen; null if nothing goes together
     * @param why what is wrong then
     */
    private record Attempt(Need need, @Nullable Choice choice, List<Problem> why) {}

    private Outcome resolve() {
        try {
            Matching usual = new Matching(catalogue, preferences, false);
            Attempt attempt = attempt(usual, false);
            if (attempt.choice() != null || !usual.hasHeldBack()) {
                return outcome(attempt, usual);
            }
            Matching all = new Matching(catalogue, preferences, true);
            return outcome(attempt(all, true), all);
        } catch (TooMany e) {
            return new Refusal(List.of(explanation.tooMany()));
        }
    }

    private Attempt attempt(Matching matching, boolean preReleases) throws TooMany {
        Need need = matching.need(null, root);
        if (need.isHopeless()) {
            return new Attempt(need, null, List.of(explanation.hopeless(need)));
        }
        Liking liking = new Liking(catalogue, preferences, preReleases);
        Search search = new Search(catalogue, matching, liking, fewTries);
        try {
            Choice choice = search.run(need);
            return new Attempt(
                    need, choice, search.failure().map(explanation::unresolved).orElse(List.of()));
        } catch (TooMany e) {
            Choice choice = new Combination(catalogue, matching, liking, need).run();
            return new Attempt(need, choice, List.of(explanation.nothing()));
        }
    }

    private Outcome outcome(Attempt attempt, Matching matching) {
        Choice choice = attempt.choice();
        return choice == null
                ? new Refusal(attempt.why())
                : outcome(attempt.need(), choice, matching);
    }

    private Outcome outcome(Need need, Choice choice, Matching matching) {
        List<Problem> problems = new ArrayList<>();
        choice.needs().stream()
                .filter(Need::isAmbiguous)
                .map(explanation::ambiguous)
                .forEach(problems::add);
        InstallationOrder order = InstallationOrder.of(chosen(choice, matching));
        if (!order.isComplete()) {
            problems.add(explanation.cycle(order.cycle()));
        }
        if (problems.isEmpty()) {
            unknownBindings(choice).stream().map(explanation::noBinding).forEach(problems::add);
        }
        return problems.isEmpty()
                ? new Resolution(root, need.provider(), order.ordered())
                : new Refusal(problems);
    }

    private List<Chosen> chosen(Choice choice, Matching matching) {
        List<Chosen> all = new ArrayList<>();
        choice.versions()
                .forEach((parcel, version) -> {
                    Candidate candidate = catalogue.versions(parcel).get(version);
                    Map<String, String> bindings = new HashMap<>();
                    for (Need need : matching.needs(candidate)) {
                        if (!need.isAmbiguous()) {
                            bindings.put(need.requirement().binding(), need.provider());
                        }
                    }
                    all.add(new Chosen(candidate, bindings));
                });
        return all;
    }

    /** What was said of bindings that nothing has, most probably misspelt. */
    private Set<String> unknownBindings(Choice choice) {
        Set<String> known = new HashSet<>();
        for (Need need : choice.needs()) {
            known.add(need.requirement().binding());
            known.add(Preferences.key(need.requirer(), need.requirement()));
        }
        Set<String> unknown = new TreeSet<>(preferences.uses().keySet());
        unknown.addAll(preferences.wanted());
        unknown.removeAll(known);
        return unknown;
    }
}
