package dev.cadastre.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource({
        "python3-*, python3-yaml",
        "python3-*, python3-",
        "*ssl*, libssl3",
        "*ssl*, openssl",
        "web?, web1",
        "web?, web😀",
        "?*?, ab",
        "*, ''",
        "a*b*c, aXbXbc",
        "plain, plain",
    })
    void matches(String pattern, String text) {
        assertThat(Pattern.of(pattern).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "python3-*, python2-yaml",
        "web?, web",
        "web?, web12",
        "*??, 😀",
        "a*b, abc",
        "Web*, web1",
        "plain, plainer",
    })
    void doesNotMatch(String pattern, String text) {
        assertThat(Pattern.of(pattern).matches(text)).isFalse();
    }

    @Test
    void takesALiteralAsItIs() {
        assertThat(Pattern.literal("a*").matches("ab")).isFalse();
        assertThat(Pattern.literal("a*").matches("a*")).isTrue();
        assertThat(Pattern.literal("a*").isLiteral()).isTrue();
        assertThat(Pattern.literal("a*").prefix()).isEqualTo("a*");
    }

    @Test
    void isALiteralWithoutWildcards() {
        assertThat(Pattern.of("curl")).isEqualTo(Pattern.literal("curl"));
    }

    @Test
    void knowsWhatComesBeforeTheFirstWildcard() {
        assertThat(Pattern.of("python3-?*").prefix()).isEqualTo("python3-");
        assertThat(Pattern.of("*").prefix()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b*", "(*", "*\"", "*,", "*<", "*!=", "\u0007*", "*\u202e"})
    void refusesGlobsThatNoQueryCanHold(String glob) {
        assertThatThrownBy(() -> Pattern.of(glob)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void matchesAsARegularExpressionDoes(
            @ForAll("globs") String glob, @ForAll("texts") String text) {
        String regex = glob.replace("?", ".").replace("*", ".*");

        assertThat(Pattern.of(glob).matches(text)).isEqualTo(text.matches("(?s)" + regex));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("ab*?").ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(12);
    }

    @Test
    void doesNotTryEachStarAgain() {
        String glob = "*a".repeat(1_000) + "b";

        assertThat(Pattern.of(glob).matches("a".repeat(20_000))).isFalse();
    }
}
