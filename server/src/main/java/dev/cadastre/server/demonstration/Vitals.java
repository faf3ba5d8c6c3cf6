package dev.cadastre.server.demonstration;

import dev.cadastre.plugin.PluginResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32;

/** How an invented service answers at a moment: by the hour of the day, and a little by chance. */
final class Vitals {

    private static final int OK = 0;
    private static final int WARNING = 1;
    private static final int CRITICAL = 2;
    private static final double WARN_SECONDS = 0.25;
    private static final long DAY_SECONDS = 86_400;

    /** One service in so many is slow at its busiest hour. */
    private static final int SLOW = 60;

    private Vitals() {}

    static PluginResult of(String asset, Instant now) {
        double busy = busy(now);
        double usual = 0.01 + chance(asset, 30) / 1e3;
        double slow = chance(asset + " slow", SLOW) == 0 ? 0.24 : 0.03;
        double seconds = usual + slow * busy + chance(asset + now.getEpochSecond() / 60, 10) / 1e3;
        int sessions = (int) (busy * (20 + chance(asset, 100)));
        return PluginResult.of(
                seconds > WARN_SECONDS ? WARNING : OK,
                String.format(
                        Locale.ROOT,
                        "it answers within %.0f ms|time=%.4fs;%.2f;2;0 sessions=%d;;;0",
                        seconds * 1e3,
                        seconds,
                        WARN_SECONDS,
                        sessions));
    }

    static PluginResult refusing() {
        return PluginResult.of(CRITICAL, "connection refused");
    }

    /** From 0 in the middle of the night to 1 at noon. */
    private static double busy(Instant now) {
        double day = (double) (now.getEpochSecond() % DAY_SECONDS) / DAY_SECONDS;
        return (1 - Math.cos(2 * Math.PI * day)) / 2;
    }

    private static int chance(String topic, int range) {
        CRC32 sum = new CRC32();
        sum.update(topic.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % range);
    }
}
