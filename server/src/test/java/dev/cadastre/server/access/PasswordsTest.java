package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    /** Counts what takes time. */
    private static final class CountingEncoder implements PasswordEncoder {

        private int works;

        @Override
        public String encode(@Nullable CharSequence password) {
            works++;
            return "{" + password + "}";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            works++;
            return ("{" + password + "}").equals(encoded);
        }
    }

    private static int worksOfFirstMatch(@Nullable String encoded) {
        var encoder = new CountingEncoder();
        new Passwords(encoder).match("a wrong password", encoded);
        return encoder.works;
    }

    @Test
    void takeAsLongForNamesThatNobodyHasFromTheFirstTryOn() {
        assertThat(worksOfFirstMatch(null)).isEqualTo(worksOfFirstMatch("{the right one}"));
    }

    @Test
    void matchOnlyWhatWasEncoded() {
        var passwords = new Passwords(new CountingEncoder());

        assertThat(passwords.match("the right one", "{the right one}")).isTrue();
        assertThat(passwords.match("another", "{the right one}")).isFalse();
        assertThat(passwords.match("the right one", null)).isFalse();
    }
}
