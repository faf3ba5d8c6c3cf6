package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryReferenceTest {

    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example/guestbook",
                "registry.example:5000/team/guestbook:2.0.1",
                "localhost/guestbook:2.0.1",
                "[::1]:5000/guestbook",
                "127.0.0.1:5000/a/b__c/d.e-f:v1",
            })
    void readsWhatItWrites(String text) {
        assertThat(RegistryReference.parse(text)).hasToString(text);
        assertThat(RegistryReference.parse("oci://" + text)).hasToString(text);
        assertThat(RegistryReference.parse(text + "@" + DIGEST).manifest()).contains(DIGEST);
    }

    @Test
    void takesTheTagWithoutADigest() {
        assertThat(RegistryReference.parse("h/a:1").manifest()).contains("1");
        assertThat(RegistryReference.parse("h/a").manifest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guestbook, no repository",
        "registry.example/, no repository of small letters",
        "registry.example/Guestbook, no repository of small letters",
        "registry.example/a//b, no repository of small letters",
        "registry.example/../b, no repository of small letters",
        "registry.example/a:b/c, no tag",
        "registry.example/a:-1, no tag",
        "registry.example/a@sha256:12, no digest",
        "user@registry.example/a, no host",
        "registry.example:0/a, no host",
        "registry.example:99999/a, no host",
        "-x/a, no host",
        "https://registry.example/a, no host",
    })
    void saysWhatIsNone(String text, String why) {
        assertThatThrownBy(() -> RegistryReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void knowsThisMachineByItsName() {
        assertThat(new RegistryHost("localhost:5000").isLoopback()).isTrue();
        assertThat(new RegistryHost("127.8.9.1").isLoopback()).isTrue();
        assertThat(new RegistryHost("[::1]:5000").isLoopback()).isTrue();
        assertThat(new RegistryHost("127.0.0.1.example").isLoopback()).isFalse();
        assertThat(new RegistryHost("localhost.example").isLoopback()).isFalse();
    }
}
