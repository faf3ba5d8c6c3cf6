package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Every scheme orders every string, and it is an order. */
class TotalOrderTest {

    @Property(tries = 10_000)
    void equalsItself(@ForAll VersionScheme scheme, @ForAll("texts") String a) {
        assertThat(scheme.compare(a, a)).isZero();
        assertThat(scheme.problem(a).isEmpty()).isEqualTo(scheme.isValid(a));
    }

    @Property(tries = 10_000)
    void isTheOppositeTheOtherWayRound(
            @ForAll VersionScheme scheme, @ForAll("texts") String a, @ForAll("texts") String b) {
        assertThat(Integer.signum(scheme.compare(a, b)))
                .isEqualTo(-Integer.signum(scheme.compare(b, a)));
    }

    /** After sorting, each is at most as new as all that follow, which takes transitivity. */
    @Property(tries = 3_000)
    void isTransitive(@ForAll VersionScheme scheme, @ForAll("lists") List<String> versions) {
        List<String> sorted = new ArrayList<>(versions);
        sorted.sort(scheme.comparator());
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                assertThat(scheme.compare(sorted.get(i), sorted.get(j)))
                        .as("%s in %s", sorted.get(i), sorted)
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    @Property(tries = 3_000)
    void treatsEqualVersionsAlike(
            @ForAll VersionScheme scheme, @ForAll("lists") List<String> versions) {
        for (String a : versions) {
            for (String b : versions) {
                if (scheme.compare(a, b) == 0) {
                    assertThat(versions)
                            .allMatch(c ->
                                    Integer.signum(scheme.compare(a, c))
                                            == Integer.signum(scheme.compare(b, c)));
                }
            }
        }
    }

    @Property(tries = 10_000)
    void putsWhatIsNoVersionBelowWhatIsOne(
            @ForAll VersionScheme scheme, @ForAll("texts") String a, @ForAll("texts") String b) {
        if (!scheme.isValid(a) && scheme.isValid(b)) {
            assertThat(scheme.compare(a, b)).isNegative();
        } else if (!scheme.isValid(a) && !scheme.isValid(b)) {
            assertThat(scheme.compare(a, b)).isEqualTo(a.compareTo(b));
        }
    }

    @Property(tries = 10_000)
    void comparesATypedVersionWithItselfAsEqual(
            @ForAll VersionScheme scheme, @ForAll("texts") String a) {
        assertThat(scheme.compareTyped(a, a).isPresent()).isEqualTo(scheme.isValid(a));
        scheme.compareTyped(a, a).ifPresent(order -> assertThat(order).isZero());
    }

    @Property(tries = 10_000)
    void keepsToTheOrderWhenAFullVersionIsTyped(
            @ForAll VersionScheme scheme, @ForAll("texts") String a, @ForAll("texts") String b) {
        String typed = full(scheme, b);
        if (scheme.isValid(a) && scheme.isValid(typed)) {
            assertThat(Integer.signum(scheme.compareTyped(a, typed).orElseThrow()))
                    .isEqualTo(Integer.signum(scheme.compare(a, typed)));
        }
    }

    private static String full(VersionScheme scheme, String version) {
        return switch (scheme) {
            case DEB, RPM -> "1:" + version + "-1";
            case APK -> version + "~ab-r1";
            case PEP440 -> version + "+local";
            case SEMVER, MAVEN, GEM -> version;
        };
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return texts().list().ofMinSize(2).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word =
                Arbitraries.of(
                        "0",
                        "1",
                        "2",
                        "10",
                        "01",
                        "00",
                        ".",
                        ".",
                        ".",
                        "-",
                        "~",
                        "^",
                        ":",
                        "!",
                        "+",
                        "_",
                        "a",
                        "b",
                        "rc",
                        "alpha",
                        "beta",
                        "dev",
                        "post",
                        "sp",
                        "ga",
                        "final",
                        "foo",
                        "SNAPSHOT",
                        "_p",
                        "_alpha",
                        "-r1",
                        "-1",
                        ".0",
                        "é",
                        " ");
        Arbitrary<String> number = Arbitraries.of("0", "1", "2", "1.0", "1.2", "1.2.3", "0.0.0");
        Arbitrary<String> versions =
                Combinators.combine(number, word.list().ofMaxSize(5))
                        .as((start, words) -> start + String.join("", words));
        return Arbitraries.frequencyOf(
                Tuple.of(9, versions), Tuple.of(1, Arbitraries.strings().ofMaxLength(6)));
    }
}
