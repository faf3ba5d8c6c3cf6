package dev.cadastre.server.monitoring.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class CoverageTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int WEB1 = 7;
    private static final int WEB2 = 8;

    private static Coverage.Subject window(
            long id, @Nullable String asset, Duration length, int... hosts) {
        Window window =
                new Window(
                        id,
                        asset,
                        asset == null ? "host:web*" : null,
                        null,
                        NOW,
                        NOW.plus(length),
                        "new fans",
                        NOW,
                        "person:anna",
                        null);
        return new Coverage.Subject(window, RoaringBitmap.bitmapOf(hosts));
    }

    private static Coverage coverage(Coverage.Subject... subjects) {
        return new Coverage(List.of(subjects), true);
    }

    @Test
    void isAboutItsAssetAndAllThatIsOnItsHosts() {
        Coverage coverage =
                coverage(
                        window(1, "device:ups", Duration.ofHours(1)),
                        window(2, null, Duration.ofHours(1), WEB1));

        assertThat(coverage.isAbout("device:ups", 0)).isTrue();
        assertThat(coverage.isAbout("service:443-tcp@web1", WEB1)).isTrue();
        assertThat(coverage.isAbout("service:443-tcp@web2", WEB2)).isFalse();
        assertThat(coverage.isAbout("device:fan", 0)).isFalse();
    }

    @Test
    void namesTheWindowThatLastsLongest() {
        Coverage coverage =
                coverage(
                        window(1, "host:web1", Duration.ofHours(1), WEB1),
                        window(2, null, Duration.ofHours(3), WEB1, WEB2),
                        window(3, null, Duration.ofHours(2), WEB1));

        assertThat(coverage.of("host:web1", WEB1)).map(Window::id).contains(2L);
        assertThat(coverage.of("device:fan", 0)).isEmpty();
    }

    @Test
    void isAboutNothingWithoutWindows() {
        assertThat(coverage().isAbout("host:web1", WEB1)).isFalse();
        assertThat(coverage().of("host:web1", 0)).isEmpty();
    }

    @Test
    void lastsFromItsBeginToItsEnd() {
        Window window = window(1, "device:ups", Duration.ofHours(1)).window();

        assertThat(window.lasts(NOW.minusNanos(1))).isFalse();
        assertThat(window.lasts(NOW)).isTrue();
        assertThat(window.lasts(NOW.plus(Duration.ofHours(1)))).isFalse();
    }
}
