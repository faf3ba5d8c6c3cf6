package dev.cadastre.parcel.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

final class SameAsOracleTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> VERSIONS = List.of("1", "2", "2.1.0-rc.1", "3", "4.0.0-a");

    /** Parcels by their names, each with some versions. */
    @Provide
    Arbitrary<List<Candidate>> universes() {
        return Arbitraries.of(VERSIONS)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(versions ->
                        requirementLists()
                                .list()
                                .ofSize(versions.size())
                                .map(lists -> candidates(List.copyOf(versions), lists)))
                .list()
                .ofSize(NAMES.size())
                .map(SameAsOracleTest::named);
    }

    private static List<Candidate> candidates(
            List<String> versions, List<List<Requirement>> requirements) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            candidates.add(candidate("x", versions.get(i), requirements.get(i)));
        }
        return candidates;
    }

    private static Candidate candidate(String name, String version, List<Requirement> needs) {
        return new Candidate(name, version, List.of(), needs, Case.digest(name, version));
    }

    /** Parcels require only those behind them: a cycle is another matter. */
    private static List<Candidate> named(List<List<Candidate>> parcels) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            for (Candidate it : parcels.get(i)) {
                List<Requirement> needs =
                        it.requirements().stream()
                                .filter(need -> need.name().compareTo(name) > 0)
                                .toList();
                all.add(candidate(name, it.version(), needs));
            }
        }
        return all;
    }

    private static Arbitrary<List<Requirement>> requirementLists() {
        return requirements().list().ofMinSize(0).ofMaxSize(4).uniqueElements(Requirement::binding);
    }

    private static Arbitrary<Requirement> requirements() {
        Arbitrary<String> bounds =
                Combinators.combine(
                                Arbitraries.of("<", "<=", "=", "!=", ">=", ">"),
                                Arbitraries.of(VERSIONS))
                        .as((operator, version) -> operator + version);
        Arbitrary<String> ranges =
                bounds.list().ofMinSize(0).ofMaxSize(2).map(list -> String.join(" ", list));
        return Combinators.combine(Arbitraries.of(NAMES), ranges)
                .as((name, range) -> new Requirement(name, range, name, false));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void findsWhatTryingEverythingFinds(@ForAll("universes") List<Candidate> universe) {
        Requirement root = Requirement.parse("a");

        Outcome outcome = Resolver.resolve(Catalogue.of(universe), root, Preferences.NONE);

        collect(outcome);
        assertThat(versions(outcome)).isEqualTo(Oracle.resolve(universe, root));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void findsItTheOtherWayToo(@ForAll("universes") List<Candidate> universe) {
        Requirement root = Requirement.parse("a");

        Outcome outcome = Resolver.resolve(Catalogue.of(universe), root, Preferences.NONE, 0);

        assertThat(versions(outcome)).isEqualTo(Oracle.resolve(universe, root));
    }

    /** Universes in which all is well, or nothing, would show little. */
    private static void collect(Outcome outcome) {
        Statistics.collect(outcome instanceof Resolution);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
    }

    private static Optional<Map<String, String>> versions(Outcome outcome) {
        if (!(outcome instanceof Resolution resolution)) {
            return Optional.empty();
        }
        Map<String, String> versions = new HashMap<>();
        resolution
                .parcels()
                .forEach(it -> versions.put(it.candidate().name(), it.candidate().version()));
        return Optional.of(versions);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void choosesAgainWhatWasLocked(@ForAll("universes") List<Candidate> universe) {
        Requirement root = Requirement.parse("a");
        Catalogue catalogue = Catalogue.of(universe);
        Outcome outcome = Resolver.resolve(catalogue, root, Preferences.NONE);

        if (outcome instanceof Resolution resolution) {
            Preferences locked = Preferences.NONE.lockedBy(resolution.lock());
            assertThat(Resolver.resolve(catalogue, root, locked)).isEqualTo(outcome);
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void putsEachBehindWhatItNeeds(@ForAll("universes") List<Candidate> universe) {
        Outcome outcome =
                Resolver.resolve(Catalogue.of(universe), Requirement.parse("a"), Preferences.NONE);

        if (outcome instanceof Resolution resolution) {
            List<String> before = new ArrayList<>();
            for (Resolution.Chosen chosen : resolution.parcels()) {
                assertThat(before).containsAll(chosen.bindings().values());
                before.add(chosen.candidate().name());
            }
        }
    }
}
