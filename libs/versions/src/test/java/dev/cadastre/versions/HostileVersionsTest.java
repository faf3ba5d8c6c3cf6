package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 256 KiB of anything: work that grew with its square, or deep recursion, would not end. */
class HostileVersionsTest {
    private static final int LENGTH = 1 << 18;

    static Stream<List<Object>> schemesAndTexts() {
        return Arrays.stream(VersionScheme.values())
                .flatMap(scheme ->
                        Stream.of(
                                        "9", "0", "1.", "1-", "0-", "a", "1a", "a1", "~", "^", ":",
                                        "_", "1_p", "-", ".", "+", " ", "1.0a", "\u0000", "é",
                                        "\ud800")
                                .map(word -> List.of(scheme, word)));
    }

    @ParameterizedTest
    @MethodSource("schemesAndTexts")
    void comparesLongVersions(List<Object> schemeAndWord) {
        VersionScheme scheme = (VersionScheme) schemeAndWord.get(0);
        String word = (String) schemeAndWord.get(1);
        String text = "1" + word.repeat(LENGTH / word.length()) + "1";
        String newer = text.substring(0, text.length() - 1) + "2";

        assertThat(scheme.compare(text, new String(text.toCharArray()))).isZero();
        assertThat(scheme.compare(text, newer)).isLessThanOrEqualTo(0);
        assertThat(scheme.compareTyped(text, newer).isPresent()).isEqualTo(scheme.isValid(newer));
        assertThat(scheme.problem(text).orElse("")).hasSizeLessThan(200);
    }
}
