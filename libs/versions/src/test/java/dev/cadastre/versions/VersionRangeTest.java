package dev.cadastre.versions;

import static dev.cadastre.versions.RangeEvent.fixed;
import static dev.cadastre.versions.RangeEvent.introduced;
import static dev.cadastre.versions.RangeEvent.lastAffected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    private static final List<String> VERSIONS =
            List.of(
                    "0.0.0-a", "0.0.0", "0.9.0", "1.0.0", "1.5.0", "2.0.0", "2.5.0", "3.0.0",
                    "4.0.0");

    @ParameterizedTest
    @CsvSource({
        "<2.0.0, 0.0.0-a 0.0.0 0.9.0 1.0.0 1.5.0",
        "<=2.0.0, 0.0.0-a 0.0.0 0.9.0 1.0.0 1.5.0 2.0.0",
        "2, 2.0.0",
        "== 2.0.0, 2.0.0",
        "=2.0.0+build, 2.0.0",
        ">=2.5.0, 2.5.0 3.0.0 4.0.0",
        "> 2.5.0, 3.0.0 4.0.0",
        "'>=1.0.0, <2.0.0,!=1.5.0', 1.0.0",
        ">1<1, ''",
    })
    void containsWhatMeetsAllBounds(String text, String contained) {
        VersionRange range = VersionRange.parse(VersionScheme.SEMVER, text);

        assertThat(range.problems()).isEmpty();
        assertThat(String.join(" ", VERSIONS.stream().filter(range::contains).toList()))
                .isEqualTo(contained);
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(VersionRange.parse(VersionScheme.DEB, ">= 1:1.0,<2 != 1.5"))
                .hasToString(">=1:1.0 <2 !=1.5");
        assertThat(VersionRange.allOf(VersionScheme.DEB, List.of())).hasToString("*");
        assertThat(VersionRange.allOf(VersionScheme.DEB, List.of()).contains("1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "<", ">=1 <", "=>1", "=!1", "<<1", "===1", "!1"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> VersionRange.parse(VersionScheme.SEMVER, text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsWrongWithARange() {
        assertThatThrownBy(() -> VersionRange.parse(VersionScheme.SEMVER, ">=1, <"))
                .hasMessage(
                        "There is no version behind the operator at column 6; write bounds such as"
                                + " '>=1.0 <2.0'");
        assertThat(VersionRange.parse(VersionScheme.DEB, ">=a <1_ >a").problems())
                .containsExactly(
                        "'a' is no Debian version: 'a' does not fit at column 1",
                        "'1_' is no Debian version: '_' does not fit at column 2");
    }

    @Test
    void containsVersionsFromIntroducedUpToFixed() {
        assertThat(in(introduced("1.0.0"), fixed("2.0.0"))).containsExactly("1.0.0", "1.5.0");
    }

    @Test
    void containsTheLastAffectedVersion() {
        assertThat(in(introduced("1.0.0"), lastAffected("2.0.0")))
                .containsExactly("1.0.0", "1.5.0", "2.0.0");
    }

    @Test
    void beginsBeforeAllVersionsWhenIntroducedAtZero() {
        assertThat(in(introduced("0"), fixed("0.9.0"))).containsExactly("0.0.0-a", "0.0.0");
        assertThat(in(introduced("0"))).isEqualTo(VERSIONS);
        assertThat(in(introduced("0"), introduced("1.0.0"), fixed("1.5.0")))
                .containsExactly("0.0.0-a", "0.0.0", "0.9.0", "1.0.0");
    }

    @Test
    void doesNotEndWithoutAnEnd() {
        assertThat(in(introduced("3.0.0"))).containsExactly("3.0.0", "4.0.0");
    }

    @Test
    void containsNothingWithoutAnIntroduction() {
        assertThat(in()).isEmpty();
        assertThat(in(fixed("2.0.0"))).isEmpty();
        assertThat(in(introduced("2.0.0"), fixed("2.0.0"))).isEmpty();
    }

    @Test
    void containsSeveralIntervalsInAnyOrder() {
        assertThat(
                        in(
                                fixed("4.0.0"),
                                introduced("2.5.0"),
                                lastAffected("1.0.0"),
                                introduced("0.9.0")))
                .containsExactly("0.9.0", "1.0.0", "2.5.0", "3.0.0");
        assertThat(in(introduced("0"), fixed("1.0.0"), introduced("1.0.0"), fixed("1.5.0")))
                .containsExactly("0.0.0-a", "0.0.0", "0.9.0", "1.0.0");
    }

    @Test
    void readsBoundsAsTypedForInstalledVersions() {
        VersionRange range = VersionRange.parse(VersionScheme.DEB, ">=3.0.11 <3.0.14");

        assertThat(range.containsInstalled("1:3.0.11-1~deb12u2")).isTrue();
        assertThat(range.containsInstalled("1:3.0.14-1~deb12u2")).isFalse();
        assertThat(range.contains("1:3.0.11-1~deb12u2")).isFalse();
    }

    /** The rule as OSV states it, one event after the other, for each version anew. */
    @Property(tries = 5_000)
    void evaluatesEventsAsOsv(@ForAll("events") List<RangeEvent> events, @ForAll Random random) {
        List<RangeEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        VersionRange range = VersionRange.ofEvents(VersionScheme.SEMVER, shuffled);

        assertThat(VERSIONS)
                .allMatch(version -> range.contains(version) == affected(events, version));
    }

    private static boolean affected(List<RangeEvent> sorted, String version) {
        boolean affected = false;
        for (RangeEvent event : sorted) {
            int order =
                    event.equals(introduced("0"))
                            ? 1
                            : VersionScheme.SEMVER.compare(version, event.version());
            affected =
                    switch (event.kind()) {
                        case INTRODUCED -> affected || order >= 0;
                        case FIXED -> affected && order < 0;
                        case LAST_AFFECTED -> affected && order <= 0;
                    };
        }
        return affected;
    }

    /** Sorted, each at a version of its own. */
    @Provide
    Arbitrary<List<RangeEvent>> events() {
        Arbitrary<List<Integer>> kinds =
                Arbitraries.integers().between(0, 5).list().ofSize(VERSIONS.size());
        return kinds.map(drawn ->
                Stream.iterate(0, i -> i < drawn.size(), i -> i + 1)
                        .flatMap(i -> event(drawn.get(i), i))
                        .toList());
    }

    private static Stream<RangeEvent> event(int drawn, int index) {
        String version = index == 0 ? "0" : VERSIONS.get(index);
        return switch (drawn) {
            case 0, 1 -> Stream.of(introduced(version));
            case 2 -> index == 0 ? Stream.empty() : Stream.of(fixed(version));
            case 3 -> index == 0 ? Stream.empty() : Stream.of(lastAffected(version));
            default -> Stream.empty();
        };
    }

    private static List<String> in(RangeEvent... events) {
        VersionRange range = VersionRange.ofEvents(VersionScheme.SEMVER, List.of(events));
        return VERSIONS.stream().filter(range::contains).toList();
    }
}
