package dev.cadastre.parcel.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.versions.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Catalogues with all that there can be in them: provisions, options, circles, preferences. */
final class BothWaysTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "http", "sql");
    private static final List<String> VERSIONS = List.of("1", "1.0", "2", "3.0.0-rc.1", "3");

    @Provide
    Arbitrary<Catalogue> catalogues() {
        return candidates()
                .list()
                .ofMaxSize(14)
                .map(candidates -> {
                    Map<String, Candidate> distinct = new HashMap<>();
                    candidates.forEach(it -> distinct.putIfAbsent(it.toString(), it));
                    return Catalogue.of(distinct.values());
                });
    }

    private static Arbitrary<Candidate> candidates() {
        Arbitrary<Provision> provisions =
                Combinators.combine(Arbitraries.of("http", "sql"), Arbitraries.of(VERSIONS))
                        .as(Provision::new);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.of(VERSIONS),
                        provisions.list().ofMaxSize(1),
                        requirements().list().ofMaxSize(3).uniqueElements(Requirement::binding))
                .as((name, version, provided, required) ->
                        new Candidate(
                                name, version, provided, required, Case.digest(name, version)));
    }

    private static Arbitrary<Requirement> requirements() {
        Arbitrary<String> bounds =
                Combinators.combine(Arbitraries.of("<=", "=", "!=", ">="), Arbitraries.of(VERSIONS))
                        .as((operator, version) -> operator + version);
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        bounds.list().ofMaxSize(1).map(list -> String.join(" ", list)),
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.of(false, false, false, true))
                .as(Requirement::new);
    }

    @Provide
    Arbitrary<Preferences> preferences() {
        Arbitrary<Map<String, String>> versions =
                Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of(VERSIONS)).ofMaxSize(1);
        return Combinators.combine(
                        versions,
                        Arbitraries.maps(Arbitraries.of("x", "a.y"), Arbitraries.of(NAMES))
                                .ofMaxSize(1),
                        versions)
                .as((pinned, uses, deployed) ->
                        new Preferences(pinned, uses, Set.of(), deployed, null));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void bothSearchesFindTheSame(
            @ForAll("catalogues") Catalogue catalogue,
            @ForAll("preferences") Preferences preferences) {
        Requirement root = Requirement.parse("a");

        Outcome one = Resolver.resolve(catalogue, root, preferences);
        Outcome other = Resolver.resolve(catalogue, root, preferences, 0);
        Statistics.collect(one instanceof Resolution);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));

        if (one instanceof Resolution || other instanceof Resolution) {
            assertThat(other).isEqualTo(one);
        } else {
            assertThat(((Refusal) one).problems()).isNotEmpty();
            assertThat(((Refusal) other).problems()).isNotEmpty();
        }
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsChosenMeetsWhatRequiresIt(
            @ForAll("catalogues") Catalogue catalogue,
            @ForAll("preferences") Preferences preferences) {
        Outcome outcome = Resolver.resolve(catalogue, Requirement.parse("a"), preferences);

        if (outcome instanceof Resolution resolution) {
            List<String> before = new ArrayList<>();
            for (Resolution.Chosen chosen : resolution.parcels()) {
                for (Requirement requirement : chosen.candidate().requirements()) {
                    check(resolution, chosen, requirement, before);
                }
                before.add(chosen.candidate().name());
            }
            assertThat(before).doesNotHaveDuplicates().contains(resolution.parcel());
        }
    }

    private static void check(
            Resolution resolution,
            Resolution.Chosen chosen,
            Requirement requirement,
            List<String> before) {
        String provider = chosen.bindings().get(requirement.binding());
        if (provider == null) {
            assertThat(requirement.optional()).isTrue();
            return;
        }
        assertThat(before).contains(provider);
        Candidate candidate = resolution.chosen(provider).orElseThrow().candidate();
        assertThat(candidate.provisions())
                .anyMatch(it ->
                        it.name().equals(requirement.name()) && isIn(it.version(), requirement));
    }

    private static boolean isIn(String version, Requirement requirement) {
        return requirement.range().isEmpty()
                || VersionRange.parse(ParcelName.VERSIONS, requirement.range()).contains(version);
    }
}
