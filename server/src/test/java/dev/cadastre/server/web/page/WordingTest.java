package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T13:59:58Z, just now",
        "2026-11-21T13:59:15Z, 45 seconds ago",
        "2026-11-21T13:59:00Z, 1 minute ago",
        "2026-11-20T15:00:00Z, 23 hours ago",
        "2026-11-18T14:00:00Z, 3 days ago",
        "2026-10-02T14:00:00Z, 7 weeks ago",
        "2026-02-21T14:00:00Z, 9 months ago",
        "2026-11-21T14:02:00Z, in 2 minutes",
    })
    void saysHowLongAgoInTheLargestFittingUnit(Instant at, String text) {
        assertThat(new Wording(NOW).ago(at)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "25276510208, 23.5 GiB"})
    void showsSizesInBinaryUnits(long bytes, String text) {
        assertThat(Wording.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "https://endoflife.date/nginx, endoflife.date",
        "https://endoflife.date, endoflife.date",
        "debian.csv, debian.csv",
        "a file of 2026-11-21, a file of 2026-11-21",
    })
    void namesTheSiteThatASourceIsOf(String source, String text) {
        assertThat(Wording.publisher(source)).isEqualTo(text);
    }

    @Test
    void leavesTheMailAddressOutOfAVendor() {
        assertThat(Wording.shortVendor("Debian OpenSSL Team <openssl@example.org>"))
                .isEqualTo("Debian OpenSSL Team");
    }

    @Test
    void bracketsIpv6BeforeAPort() {
        assertThat(Wording.endpoint("fd00::1", 22)).isEqualTo("[fd00::1]:22");
    }
}
