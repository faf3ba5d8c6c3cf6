package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Thresholds;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Asks a host for ICMP echoes, one after the other. */
final class PingCheck implements Look {

    private static final int MOST = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Setting<Integer> COUNT =
            Setting.defaulted(
                    "count",
                    SettingTypes.whole(1, MOST),
                    "how many echoes are asked for",
                    "5",
                    "3");
    private static final Setting<Range> RTA_WARNING =
            Setting.optional(
                    "rtaWarning",
                    SettingTypes.RANGE,
                    "the mean milliseconds until an echo before it is a warning",
                    "100");
    private static final Setting<Range> RTA_CRITICAL =
            Setting.optional(
                    "rtaCritical",
                    SettingTypes.RANGE,
                    "the mean milliseconds until an echo before it is critical",
                    "500");
    private static final Setting<Range> LOSS_WARNING =
            Setting.defaulted(
                    "lossWarning",
                    SettingTypes.RANGE,
                    "the percentage of echoes that may be missing before it is a warning",
                    "20",
                    "0");
    private static final Setting<Range> LOSS_CRITICAL =
            Setting.defaulted(
                    "lossCritical",
                    SettingTypes.RANGE,
                    "the percentage of echoes that may be missing before it is critical",
                    "60",
                    "40");

    static final Recipe RECIPE =
            Recipe.of(
                    List.of(
                            Common.HOST,
                            Common.FAMILY,
                            COUNT,
                            RTA_WARNING,
                            RTA_CRITICAL,
                            LOSS_WARNING,
                            LOSS_CRITICAL),
                    PingCheck::new);

    private final String host;
    private final Family family;
    private final int count;
    private final Thresholds times;
    private final Thresholds losses;
    private final Means means;

    private PingCheck(Values values, Means means) {
        this.host = values.get(Common.HOST);
        this.family = values.get(Common.FAMILY);
        this.count = values.get(COUNT);
        this.times = new Thresholds(values.find(RTA_WARNING), values.find(RTA_CRITICAL));
        this.losses = new Thresholds(values.find(LOSS_WARNING), values.find(LOSS_CRITICAL));
        this.means = means;
    }

    @Override
    public PluginResult look(Course course) throws IOException, InterruptedException {
        if (!means.echo().isPossible()) {
            throw CheckFailure.unknown(
                    "this server may not send ICMP",
                    "Let net.ipv4.ping_group_range hold its group, or give it CAP_NET_RAW, and start"
                            + " it again; or use the plug-in check_icmp or the kind TCP.");
        }
        Place place = means.reach().find(host, family, 0, course);
        InetAddress address = place.addresses().getFirst();
        course.step("waiting for echoes of " + address.getHostAddress());
        List<OptionalDouble> echoes = new ArrayList<>();
        for (int asked = 0; asked < count && !course.left().isZero(); asked++) {
            echoes.add(means.echo().ask(address, wait(course, count - asked), course));
        }
        return new PingTally(echoes).judge(address.getHostAddress(), times, losses);
    }

    /** A little is kept back, so that hosts that are down are told as such and not as too slow. */
    private static Duration wait(Course course, int toAsk) {
        Duration share = course.left().multipliedBy(9).dividedBy(10L * toAsk);
        return share.compareTo(LONGEST_WAIT) < 0 ? share : LONGEST_WAIT;
    }
}
