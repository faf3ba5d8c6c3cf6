package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;

/** Maven decides, except where it contradicts itself; then a version must prove that it does. */
class SameAsMavenTest {
    private static final int PAIRS = 20_000;
    private static final List<String> WORDS =
            List.of(
                    ("0 1 2 9 10 01 . . . . - - .0 .0 -0 a b m x A alpha beta milestone rc cr snapshot"
                                    + " SNAPSHOT ga final Final release sp jre RC1 .Final -SNAPSHOT -jre"
                                    + " .RC1 -alpha-1 .v2026 é")
                            .split(" ", -1));

    @Test
    void ordersVersionsAsMavenUnlessItContradictsItself() {
        List<Pair> pairs =
                new Samples(WORDS, VersionScheme.MAVEN::isValid, VersionScheme.MAVEN::isValid)
                        .pairs(PAIRS);
        List<Pair> differences =
                pairs.stream().filter(pair -> maven(pair.a(), pair.b()) != ours(pair)).toList();

        assertThat(differences).allMatch(SameAsMavenTest::isContradictory);
        assertThat(differences).hasSizeLessThan(PAIRS / 50);
        System.out.printf(
                "MAVEN: %d pairs compared, 0 differences but for %d in which Maven contradicts itself%n",
                PAIRS, differences.size());
    }

    @Test
    void mavenContradictsItself() {
        assertThat(maven("1-1", "1")).isPositive();
        assertThat(maven("1", "1.0.beta.1")).isPositive();
        assertThat(maven("1.0.beta.1", "1-1")).isPositive();

        assertThat(ours(new Pair("1-1", "1"))).isPositive();
        assertThat(ours(new Pair("1", "1.0.beta.1"))).isPositive();
        assertThat(ours(new Pair("1.0.beta.1", "1-1"))).isNegative();
    }

    /** Whether some version is between the two in Maven's own eyes, and on our side. */
    private static boolean isContradictory(Pair pair) {
        int ours = ours(pair);
        return between(pair)
                .anyMatch(version -> {
                    int before = maven(pair.a(), version) * ours;
                    int after = maven(version, pair.b()) * ours;
                    return before >= 0 && after >= 0 && before + after > 0;
                });
    }

    private static Stream<String> between(Pair pair) {
        List<String> starts = new ArrayList<>();
        IntStream.range(0, pair.a().length()).forEach(i -> starts.add(pair.a().substring(0, i)));
        IntStream.range(0, pair.b().length()).forEach(i -> starts.add(pair.b().substring(0, i)));
        return starts.stream();
    }

    private static int maven(String a, String b) {
        return Integer.signum(new ComparableVersion(a).compareTo(new ComparableVersion(b)));
    }

    private static int ours(Pair pair) {
        return Integer.signum(VersionScheme.MAVEN.compare(pair.a(), pair.b()));
    }
}
