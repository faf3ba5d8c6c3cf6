package dev.cadastre.server.web.api;

import java.util.Set;
import java.util.regex.Pattern;

/** The facts that describe a host in a few lines; docs/formats/facts.md says what each means. */
final class FactSummary {

    private static final Set<String> NAMES =
            Set.of(
                    "os.id",
                    "os.name",
                    "os.version",
                    "kernel.release",
                    "kernel.arch",
                    "cpu.count",
                    "cpu.model",
                    "memory.total",
                    "hardware.vendor",
                    "hardware.product",
                    "hypervisor",
                    "timezone",
                    "boot.time",
                    "reboot.needed",
                    "reboot.reason",
                    "route.default",
                    "clock.skew_seconds");

    private static final Pattern ADDRESSES = Pattern.compile("interface\\..*\\.addresses");

    private FactSummary() {}

    static boolean includes(String name) {
        return NAMES.contains(name) || ADDRESSES.matcher(name).matches();
    }
}
