package dev.cadastre.server.web.api;

import java.util.Set;

/** The facts that describe a host in a few lines; docs/formats/facts.md says what each means. */
final class FactSummary {

    private static final Set<String> NAMES =
            Set.of(
                    "os.id",
                    "os.name",
                    "os.version",
                    "kernel.release",
                    "kernel.arch",
                    "cpu.model",
                    "cpu.count",
                    "memory.total",
                    "boot.time",
                    "reboot.needed");

    private FactSummary() {}

    static boolean includes(String name) {
        return NAMES.contains(name);
    }
}
