package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Thresholds;
import java.util.Locale;

/** Settings that several kinds have. */
final class Common {

    static final Setting<String> HOST =
            Setting.defaulted(
                    "host",
                    SettingTypes.HOST,
                    "the name or address to ask",
                    "${address}",
                    "db1.example.com");

    static final Setting<Family> FAMILY =
            Setting.defaulted(
                    "family",
                    SettingTypes.oneOf(Family.class),
                    "which of the host's addresses are asked: any, ipv4 or ipv6",
                    name(Family.ANY),
                    name(Family.IPV6));

    static final Setting<Range> TIME_WARNING =
            Setting.optional(
                    "timeWarning",
                    SettingTypes.RANGE,
                    "the seconds it may take before it is a warning",
                    "0.5");

    static final Setting<Range> TIME_CRITICAL =
            Setting.optional(
                    "timeCritical",
                    SettingTypes.RANGE,
                    "the seconds it may take before it is critical",
                    "2");

    static final Setting<Range> WARNING =
            Setting.optional(
                    "warning",
                    SettingTypes.RANGE,
                    "the range of the value outside of which it is a warning",
                    "0:80");

    static final Setting<Range> CRITICAL =
            Setting.optional(
                    "critical",
                    SettingTypes.RANGE,
                    "the range of the value outside of which it is critical",
                    "0:95");

    private Common() {}

    static Setting<Integer> port(int byDefault) {
        return Setting.defaulted(
                "port",
                SettingTypes.PORT,
                "the port that it listens on",
                String.valueOf(byDefault),
                String.valueOf(byDefault));
    }

    static Thresholds time(Values values) {
        return new Thresholds(values.find(TIME_WARNING), values.find(TIME_CRITICAL));
    }

    static Thresholds value(Values values) {
        return new Thresholds(values.find(WARNING), values.find(CRITICAL));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
