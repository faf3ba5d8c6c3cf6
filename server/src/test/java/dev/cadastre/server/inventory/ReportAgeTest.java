package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportAgeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LAST = NOW.minusSeconds(300);

    @Test
    void refusesAReportThatWasOvertaken() {
        assertThat(ReportAge.older(LAST.minusSeconds(1), LAST, LAST, NOW)).isTrue();
    }

    @Test
    void takesTheSameReportTwice() {
        assertThat(ReportAge.older(LAST, LAST, LAST, NOW)).isFalse();
    }

    @Test
    void takesReportsAgainOnceAClockThatWasAheadIsSet() {
        Instant ahead = LAST.plus(Duration.ofDays(365));

        assertThat(ReportAge.older(NOW, ahead, LAST, NOW)).isFalse();
    }

    @Test
    void refusesAnOvertakenReportOfAHostWhoseClockIsAhead() {
        Instant ahead = LAST.plus(Duration.ofDays(365));

        assertThat(ReportAge.older(ahead.minusSeconds(60), ahead, LAST, NOW)).isTrue();
    }

    @Test
    void tellsHowFarAClockIsOffOnlyWhenItIsOff() {
        assertThat(ReportAge.skew(NOW.minusSeconds(20), NOW)).isZero();
        assertThat(ReportAge.skew(NOW.minusSeconds(3600), NOW)).isEqualTo(Duration.ofHours(-1));
    }
}
