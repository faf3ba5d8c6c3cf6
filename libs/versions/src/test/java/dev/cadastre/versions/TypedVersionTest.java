package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator means who types {@code openssl<3.0.14} for hosts of several distributions. */
class TypedVersionTest {

    @ParameterizedTest
    @CsvSource({
        // installed, typed, the operators that hold
        "DEB, 1:3.0.14-1~deb12u2, 3.0.11, != >= >",
        "DEB, 1:3.0.14-1~deb12u2, 3.0.14, <= = >=",
        "DEB, 1:3.0.14-1~deb12u2, 3.0.15, < <= !=",
        "DEB, 1:3.0.14-1~deb12u2, 3.0.14-1~deb12u2, <= = >=",
        "DEB, 1:3.0.14-1~deb12u2, 3.0.14-1~deb12u1, != >= >",
        "DEB, 1:3.0.14-1~deb12u2, 3.0.14-1, < <= !=",
        "DEB, 1:3.0.14-1~deb12u2, 1:3.0.14, <= = >=",
        "DEB, 1:3.0.14-1~deb12u2, 0:3.0.15, != >= >",
        "DEB, 1:3.0.14-1~deb12u2, 2:3.0.11, < <= !=",
        "DEB, 3.0.14-0ubuntu0.1, 3.0.14, <= = >=",
        "DEB, 3.0.14~rc1-1, 3.0.14, < <= !=",
        "DEB, 2.7+dfsg-1, 2.7, != >= >",
        "DEB, 12.4+deb12u5, 12.4, != >= >",
        "DEB, 3.0.14, 3.0.14-1, < <= !=",
        "DEB, not a version, 0~, < <= !=",
        "RPM, 1:3.0.7-2.el9, 3.0.7, <= = >=",
        "RPM, 1:3.0.7-2.el9, 3.0.7-2.el9, <= = >=",
        "RPM, 1:3.0.7-2.el9, 3.0.7-3.el9, < <= !=",
        "RPM, 1:3.0.7-2.el9, 3.0.14, < <= !=",
        "RPM, 1:3.0.7-2.el9, 0:3.0.14, != >= >",
        "RPM, 3.0.7, 3.0.7-1, < <= !=",
        "APK, 3.0.14-r2, 3.0.14, <= = >=",
        "APK, 3.0.14-r2, 3.0.14-r3, < <= !=",
        "APK, 3.0.14~abc-r2, 3.0.14, <= = >=",
        "APK, 3.0.14~abc-r2, 3.0.14-r2, <= = >=",
        "APK, 3.0.14~abc-r2, 3.0.14~abc, <= = >=",
        "APK, 3.0.14~abc-r2, 3.0.14~abd, < <= !=",
        "APK, 9.3_p2-r0, 9.3, != >= >",
        "PEP440, 2.1.0+cu118, 2.1, <= = >=",
        "PEP440, 2.1.0+cu118, 2.1+cu121, < <= !=",
        "PEP440, 1!2.1, 3.0, != >= >",
        "SEMVER, v4.17.21, 4.17.21, <= = >=",
        "SEMVER, 4.17.0, 4.17, <= = >=",
        "SEMVER, 4.17.1, 4.17, != >= >",
        "MAVEN, 2.17.1, 2.17.1.Final, <= = >=",
        "GEM, 7.0.4.3, 7.0.4, != >= >",
    })
    void holdsForWhatIsStated(
            VersionScheme scheme, String installed, String typed, String operators) {
        for (Operator operator : Operator.values()) {
            boolean expected = (" " + operators + " ").contains(" " + operator.symbol() + " ");
            assertThat(new Bound(operator, typed).admitsInstalled(scheme, installed))
                    .as("%s %s %s", installed, operator.symbol(), typed)
                    .isEqualTo(expected);
        }
    }

    /** A Debian version means nothing to Alpine; its host has another one, and nothing else. */
    @Test
    void saysNothingOfVersionsThatTheSchemeCannotRead() {
        assertThat(VersionScheme.APK.compareTyped("3.0.14-r2", "3.0.14-1~deb12u2")).isEmpty();
        for (Operator operator : Operator.values()) {
            Bound bound = new Bound(operator, "3.0.14-1~deb12u2");
            assertThat(bound.admitsInstalled(VersionScheme.APK, "3.0.14-r2"))
                    .isEqualTo(operator == Operator.NOT_EQUAL);
        }
    }
}
