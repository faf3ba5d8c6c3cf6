package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "guestbook", "python3", "a-b-c", "x0"})
    void isSmallLettersDigitsAndDashes(String name) {
        assertThat(ParcelName.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "3a", "-a", "a-", "a_b", "a.b", "a/b", "ä", "a\n", "a b"})
    void isNothingElse(String name) {
        assertThat(ParcelName.isName(name)).isFalse();
    }

    @Test
    void hasAtMost63Characters() {
        assertThat(ParcelName.isName("a".repeat(63))).isTrue();
        assertThat(ParcelName.isName("a".repeat(64))).isFalse();
        assertThat(ParcelName.isVersion("1.0.0-" + "a".repeat(57))).isTrue();
        assertThat(ParcelName.isVersion("1.0.0-" + "a".repeat(58))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "15", "2.0", "2.0.1", "3.0.0-rc.1", "1.0.0-0A.x-y"})
    void knowsVersions(String version) {
        assertThat(ParcelName.isVersion(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "1.",
                "01",
                "1.2.3.4",
                "1-rc",
                "1.0.0+b",
                "1.0.0-01",
                "1.0.0-",
                "1\n"
            })
    void knowsWhatIsNoVersion(String version) {
        assertThat(ParcelName.isVersion(version)).isFalse();
    }

    @Test
    void readsWhatIsProvided() {
        assertThat(Provision.parse(" http ", "2.0.1")).isEqualTo(new Provision("http", "2.0.1"));
        assertThat(Provision.parse("http \t1.1", "2")).isEqualTo(new Provision("http", "1.1"));
        assertThat(Provision.parse("http 1.1", "2").toString()).isEqualTo("http 1.1");
        assertThatThrownBy(() -> Provision.parse("http 1.1 2", "2"))
                .hasMessage("'1.1 2' is no version; write one such as 13 or 2.0.1");
        assertThatThrownBy(() -> Provision.parse("", "2"))
                .hasMessage("'' is no name of small letters, digits and dashes");
    }
}
