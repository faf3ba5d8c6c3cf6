package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apk-tools 3 differs from the older rule that {@link SameAsPeersTest} compares with. */
class ApkOrderTest {

    @ParameterizedTest
    @CsvSource({
        // A later number with a leading zero on either side compares as text.
        "1.010, 1.02",
        "1.02, 1.1",
        "1.09, 1.1",
        "1.0, 1.00",
        "1.00, 1.01",
        // The first number, and those of suffixes and revisions, never do.
        "006, 7",
        "07, 10",
        "1_p09, 1_p10",
        "1-r09, 1-r10",
        // A pre-release is older, also behind a zero.
        "1.0_alpha, 1.0",
        "1.0_rc1-r1, 1.0-r0",
        "1.0_alpha_pre2, 1.0_alpha",
        // A hash is newer than none and than a revision; hashes compare as text.
        "1.0, 1.0~1",
        "1.0-r9, 1.0~1",
        "1.0~1, 1.0~1-r0",
        "1.0~9, 1.0~a",
        "1.0~ff, 1.0_p",
        // Numbers of any length.
        "1.99999999999999999998, 1.99999999999999999999",
        "99999999999999999999, 100000000000000000000",
    })
    void ordersAsApkTools3(String older, String newer) {
        assertThat(VersionScheme.APK.compare(older, newer)).isNegative();
        assertThat(VersionScheme.APK.compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0.1", "1.2.3a", "1b_p", "1_alpha_pre2", "1~0f", "1~a-r0", "007-r00"})
    void admitsTheGrammarOfApkTools3(String version) {
        assertThat(VersionScheme.APK.problem(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", ".1", "1.", "1..2", "1ab", "1a2", "1a.2", "1A", "1_", "1_foo", "1_P1", "1~",
                "1~A", "1~1~2", "1-", "1-1", "1-r", "1-r1-r2", "1-r1_p1", "1-r1~a", "1:1", "1+1",
                "1 ", "1_px"
            })
    void refusesTheRest(String version) {
        assertThat(VersionScheme.APK.isValid(version)).isFalse();
    }
}
