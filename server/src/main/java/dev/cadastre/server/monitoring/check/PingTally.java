package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Threshold;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What came of asking for echoes.
 *
 * @param echoes the milliseconds of each; empty for those that did not come
 */
record PingTally(List<OptionalDouble> echoes) {

    private static final double ALL = 100;

    PingTally {
        echoes = List.copyOf(echoes);
    }

    /** Judges the mean time and the loss; a host of which nothing comes is always critical. */
    PluginResult judge(String address, Thresholds times, Thresholds losses) {
        OptionalDouble mean =
                echoes.stream()
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::orElseThrow)
                        .average();
        Findings findings = new Findings();
        if (mean.isEmpty()) {
            findings.critical(address + " does not answer");
        } else {
            findings.measured(
                    Findings.least(Metric.of("rta", rounded(mean.getAsDouble()), Unit.of("ms"))),
                    times);
        }
        findings.measured(loss(), losses);
        findings.detail("By ICMP echo, of which " + echoes.size() + " were asked for.");
        return findings.result(CheckKind.PING, summary(address, mean));
    }

    private double lost() {
        long came = echoes.stream().filter(OptionalDouble::isPresent).count();
        return echoes.isEmpty() ? ALL : ALL * (echoes.size() - came) / echoes.size();
    }

    private Metric loss() {
        return new Metric(
                "pl",
                OptionalDouble.of(rounded(lost())),
                Unit.of("%"),
                Threshold.NONE,
                Threshold.NONE,
                OptionalDouble.of(0),
                OptionalDouble.of(ALL));
    }

    private String summary(String address, OptionalDouble mean) {
        String times =
                mean.isPresent()
                        ? String.format(
                                Locale.ROOT, " after %.3f ms in the mean", mean.getAsDouble())
                        : "";
        return String.format(Locale.ROOT, "echoes of %s%s, %.0f %% lost", address, times, lost());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
