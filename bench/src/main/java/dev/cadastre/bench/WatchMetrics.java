package dev.cadastre.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a server's metrics tell of its watch at a moment.
 *
 * @param monitors how many are checked in turns
 * @param checks how many began since its start
 * @param latestMs how late all but one in a hundred of those of the last two minutes began
 * @param nanos when it was read, on a clock that only goes forward
 */
record WatchMetrics(long monitors, double checks, double latestMs, long nanos) {

    static WatchMetrics of(Client client) throws IOException {
        String text = new String(client.get("/metrics"), StandardCharsets.UTF_8);
        return new WatchMetrics(
                (long) value(text, "cadastre_monitors_in_turns"),
                value(text, "cadastre_checks_total"),
                1e3 * value(text, "cadastre_check_lateness_seconds{quantile=\"0.99\"}"),
                System.nanoTime());
    }

    private static double value(String text, String name) throws IOException {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("The server's metrics lack " + name));
    }

    /** How many checks began a second since an earlier moment. */
    double rateSince(WatchMetrics earlier) {
        return (checks - earlier.checks) / ((nanos - earlier.nanos) / 1e9);
    }
}
