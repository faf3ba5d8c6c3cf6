package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final AdjustableClock clock = new AdjustableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private Duration attempt(String account, String address) {
        return throttle.attempt(account, address);
    }

    private void failTimes(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            Duration wait = attempt(account, address);
            if (!wait.isZero()) {
                clock.advance(wait);
                attempt(account, address);
            }
        }
    }

    @Test
    void letsAFewMistakesPass() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("anna", "192.0.2.1")).isZero();
        }
        assertThat(attempt("anna", "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doublesTheWaitUpToAQuarterOfAnHour() {
        failTimes(5, "anna", "192.0.2.2");
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempt("anna", "192.0.2.2")).isZero();
        assertThat(attempt("anna", "192.0.2.2")).isEqualTo(Duration.ofSeconds(2));

        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(attempt("anna", "192.0.2.2")).isZero();
        }
        assertThat(attempt("anna", "192.0.2.2")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void doesNotCountWhatItRefuses() {
        failTimes(5, "anna", "192.0.2.3");
        for (int i = 0; i < 100; i++) {
            attempt("anna", "192.0.2.3");
        }

        assertThat(attempt("anna", "192.0.2.3")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesTheOwnerElsewhereInPeace() {
        failTimes(10, "anna", "192.0.2.4");

        assertThat(attempt("anna", "198.51.100.1")).isZero();
    }

    @Test
    void countsOneAddressThatTriesManyAccounts() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("account" + i, "192.0.2.5")).isZero();
        }

        assertThat(attempt("another", "192.0.2.5")).isPositive();
    }

    @Test
    void countsAWholeIpv6NetworkAsOne() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("account" + i, "2001:db8::" + i)).isZero();
        }

        assertThat(attempt("another", "2001:db8::ffff")).isPositive();
        assertThat(attempt("another", "2001:db8:0:1::1")).isZero();
    }

    @Test
    void forgivesTheAccountThatSignsInButNotItsAddress() {
        for (int i = 0; i < 19; i++) {
            attempt("account" + i, "192.0.2.6");
        }
        attempt("mine", "192.0.2.6");
        throttle.succeeded("mine", "192.0.2.6");

        assertThat(attempt("victim", "192.0.2.6")).isZero();
        assertThat(attempt("victim", "192.0.2.6")).isPositive();
    }

    @Test
    void forgetsAfterAnHourOfQuiet() {
        failTimes(8, "anna", "192.0.2.7");
        clock.advance(Duration.ofHours(2));

        for (int i = 0; i < 5; i++) {
            assertThat(attempt("anna", "192.0.2.7")).isZero();
        }
    }
}
