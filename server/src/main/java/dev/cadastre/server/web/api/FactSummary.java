package dev.cadastre.server.web.api;

import java.util.Set;

/** The facts that describe a host in a few lines; docs/formats/facts.md says what each means. */
final class FactSummary {

    private static final Set<String> NAMES =
            Set.of(
                    "os.name",
                    "os.version",
                    "os.family",
                    "kernel.release",
                    "architecture",
                    "cpu.model",
                    "cpu.count",
                    "memory.total",
                    "boot.time",
                    "reboot.needed",
                    "addresses");

    private FactSummary() {}

    static boolean includes(String name) {
        return NAMES.contains(name);
    }
}
