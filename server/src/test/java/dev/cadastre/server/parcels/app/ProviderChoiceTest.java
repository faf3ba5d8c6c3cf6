package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.app.ProviderChoice.Offer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderChoiceTest {

    private static final Offer OLD = offer("old", "postgresql 13", "http 1");
    private static final Offer NEW = offer("new", "postgresql 16.2");
    private static final Offer CACHE = offer("cache", "redis 7");

    private static Offer offer(String app, String... provides) {
        return new Offer(
                SampleRevision.of(app, "1.0.0", List.of(app + "1")),
                Stream.of(provides).map(line -> Provision.parse(line, "1.0.0")).toList());
    }

    private record Chosen(Map<String, AppName> providers, List<ParcelProblem> problems) {}

    private static Chosen choose(
            String requires,
            Map<String, String> bindings,
            @Nullable AppRevision current,
            Offer... offers) {
        Requirement requirement = Requirement.parse(requires);
        ProviderChoice choice =
                new ProviderChoice(
                        new AppOrder(
                                new AppName("shop", "qa"),
                                AppVerb.DEPLOY,
                                "shop",
                                List.of(),
                                null,
                                Map.of(),
                                Set.of(),
                                bindings,
                                false),
                        current,
                        List.of(offers),
                        Map.of("postgresql", List.of("postgresql 16.2", "timescale 2.1")));
        Map<String, AppName> providers =
                choice.choose(Map.of(requirement.binding(), requirement)).entrySet().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, one -> one.getValue().app()));
        return new Chosen(providers, choice.problems());
    }

    private static AppName app(String name) {
        return new AppName(name, "qa");
    }

    private static AppRevision boundTo(String app) {
        return SampleRevision.of(
                "shop",
                "1.0.0",
                List.of("web1"),
                new AppBinding("database", "postgresql", app(app), List.of(), 1));
    }

    @Test
    void takesTheOneThatFits() {
        Chosen chosen = choose("postgresql >= 14 as database", Map.of(), null, OLD, NEW, CACHE);

        assertThat(chosen.providers()).isEqualTo(Map.of("database", app("new")));
        assertThat(chosen.problems()).isEmpty();
    }

    @Test
    void keepsTheOneThatItHasAndTakesAnotherIfThatIsNamed() {
        String requires = "postgresql as database";

        assertThat(choose(requires, Map.of(), boundTo("old"), OLD, NEW).providers())
                .isEqualTo(Map.of("database", app("old")));
        assertThat(
                        choose(requires, Map.of("database", "new"), boundTo("old"), OLD, NEW)
                                .providers())
                .isEqualTo(Map.of("database", app("new")));
        assertThat(choose(requires, Map.of("database", "new@qa"), null, OLD, NEW).providers())
                .isEqualTo(Map.of("database", app("new")));
    }

    @Test
    void leavesTheOneThatItHasWhenThatNoLongerFits() {
        assertThat(
                        choose("postgresql >= 14 as database", Map.of(), boundTo("old"), OLD, NEW)
                                .providers())
                .isEqualTo(Map.of("database", app("new")));
    }

    @Test
    void asksWhichIfSeveralFit() {
        Chosen chosen = choose("postgresql as database optional", Map.of(), null, OLD, NEW);

        assertThat(chosen.providers()).isEmpty();
        assertThat(chosen.problems())
                .extracting(ParcelProblem::code, ParcelProblem::place)
                .containsExactly(tuple("app.provider-ambiguous", "bindings.database"));
        assertThat(chosen.problems().getFirst().message()).contains("old, new");
    }

    @Test
    void namesParcelsThatCouldBeDeployedIfNoneFits() {
        Chosen chosen = choose("postgresql >= 17", Map.of(), null, OLD, NEW, CACHE);

        assertThat(chosen.problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.provider-missing");
        assertThat(chosen.problems().getFirst().remedy())
                .contains("postgresql 16.2")
                .contains("timescale 2.1");
        assertThat(choose("redis as cache optional", Map.of(), null, OLD))
                .isEqualTo(new Chosen(Map.of(), List.of()));
    }

    @Test
    void refusesWhatIsNamedAndIsNotThereOrDoesNotFit() {
        assertThat(choose("postgresql", Map.of("postgresql", "nobody"), null, OLD, NEW).problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.provider-unknown");
        assertThat(choose("postgresql", Map.of("postgresql", "new@prod"), null, NEW).problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.provider-unknown");
        assertThat(choose("postgresql", Map.of("postgresql", "cache"), null, CACHE).problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.provider-unfit");
        assertThat(choose("postgresql", Map.of("other", "new"), null, NEW).problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.binding-unknown");
    }
}
