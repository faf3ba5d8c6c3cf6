package dev.cadastre.parcel.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolverTest {

    static Stream<Arguments> cases() throws IOException {
        try (InputStream file = ResolverTest.class.getResourceAsStream("/resolution/cases.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n", -1))
                    .map(part -> Arguments.of(part.lines().findFirst().orElseThrow(), part));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void choosesAsTheTableSays(String title, String text) {
        String told = Case.told(Case.read(input(text)).outcome());

        assertThat(told).as(title).isEqualTo(expected(text));
    }

    private static String input(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !isExpected(line))
                .collect(Collectors.joining("\n"));
    }

    private static String expected(String text) {
        return text.lines()
                .filter(ResolverTest::isExpected)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isExpected(String line) {
        return line.startsWith("> ") || line.startsWith("! ");
    }

    @Test
    void takesAParcelThatIsNotInTheCatalogueForItsRoot() {
        Catalogue catalogue = Catalogue.of(List.of(Case.candidate("redis", "7")));
        Candidate mine =
                new Candidate(
                        "shop",
                        "1.0.0-rc.1",
                        List.of(),
                        List.of(Requirement.parse("redis as cache")),
                        Case.digest("shop", "mine"));

        assertThat(Case.told(Resolver.resolve(catalogue, mine, Preferences.NONE)))
                .isEqualTo("> redis 7\n> shop 1.0.0-rc.1 cache=redis\n");
    }

    @Test
    void hidesWhatTheCatalogueHasOfTheRootItself() {
        Catalogue catalogue =
                Catalogue.of(List.of(Case.candidate("shop", "9"), Case.candidate("shop", "1.0")));
        Candidate mine =
                new Candidate("shop", "1.0", List.of(), List.of(), Case.digest("shop", "mine"));

        Outcome outcome = Resolver.resolve(catalogue, mine, Preferences.NONE);

        assertThat(outcome).isInstanceOf(Resolution.class);
        assertThat(((Resolution) outcome).chosen("shop").orElseThrow().candidate()).isEqualTo(mine);
    }

    @Test
    void answersTheSameWhateverTheOrderOfTheCatalogue() {
        List<Candidate> candidates = new ArrayList<>(LargeCatalogue.of(40, 4, 7));
        Requirement root = Requirement.parse("parcel-0");
        String first =
                Case.told(Resolver.resolve(Catalogue.of(candidates), root, Preferences.NONE));

        Collections.shuffle(candidates, new Random(3));

        assertThat(Case.told(Resolver.resolve(Catalogue.of(candidates), root, Preferences.NONE)))
                .isEqualTo(first);
    }

    @Test
    void refusesACatalogueWithTwoContentsOfOneVersion() {
        Candidate one = Case.candidate("shop", "1");
        Candidate other =
                new Candidate("shop", "1", List.of(), List.of(), Case.digest("shop", "other"));

        assertThatThrownBy(() -> Catalogue.of(List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop 1 is there twice");
        assertThat(Catalogue.of(List.of(one, one)).versions("shop")).containsExactly(one);
    }

    @Test
    void givesUpWhereNobodyWouldWait() {
        Outcome outcome =
                Resolver.resolve(
                        Catalogue.of(LargeCatalogue.pigeons(12)),
                        Requirement.parse("loft"),
                        Preferences.NONE);

        assertThat(Case.told(outcome)).contains("too many combinations of versions");
    }

    @Test
    void keepsItsExplanationsShort() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            candidates.add(
                    new Candidate(
                            "shop",
                            "1." + i,
                            List.of(),
                            List.of(Requirement.parse("lib-%d >= %d".formatted(i % 50, i))),
                            Case.digest("shop", "1." + i)));
        }

        Outcome outcome =
                Resolver.resolve(
                        Catalogue.of(candidates), Requirement.parse("shop"), Preferences.NONE);

        assertThat(Case.told(outcome)).contains("and 994 more reasons").hasSizeLessThan(2_000);
    }

    @Test
    void goesDownALongChain() {
        List<Candidate> chain = new ArrayList<>();
        int length = 20_000;
        for (int i = 0; i < length; i++) {
            List<Requirement> next =
                    i + 1 == length
                            ? List.of()
                            : List.of(Requirement.parse("parcel-" + (i + 1) + " as next"));
            String name = "parcel-" + i;
            chain.add(new Candidate(name, "1", List.of(), next, Case.digest(name, "1")));
        }

        Outcome outcome =
                Resolver.resolve(
                        Catalogue.of(chain), Requirement.parse("parcel-0"), Preferences.NONE);

        assertThat(outcome).isInstanceOf(Resolution.class);
        assertThat(((Resolution) outcome).parcels()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsTheSameBothWays(int seed) {
        Catalogue catalogue = Catalogue.of(LargeCatalogue.of(15, 10, seed));
        Requirement root = Requirement.parse("parcel-0");

        Outcome outcome = Resolver.resolve(catalogue, root, Preferences.NONE, 2_000_000);

        assertThat(outcome).isInstanceOf(Resolution.class);
        assertThat(Resolver.resolve(catalogue, root, Preferences.NONE, 0)).isEqualTo(outcome);
    }

    @Test
    void resolvesAThousandParcelsOfTenVersionsEach() {
        Outcome outcome =
                Resolver.resolve(
                        Catalogue.of(LargeCatalogue.of(1_000, 10, 42)),
                        Requirement.parse("parcel-0"),
                        Preferences.NONE);

        assertThat(outcome).isInstanceOf(Resolution.class);
        Resolution resolution = (Resolution) outcome;
        assertThat(resolution.parcels()).hasSize(1_000);
        assertThat(LargeCatalogue.olderThanNewest(resolution, 10)).isGreaterThan(100);
    }
}
