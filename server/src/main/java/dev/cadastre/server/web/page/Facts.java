package dev.cadastre.server.web.page;

import java.util.Set;

/** Which facts are shown as more than plain values, by their names. */
final class Facts {

    private static final Set<String> BYTES =
            Set.of("memory.total", "memory.available", "memory.free", "swap.total", "swap.free");
    private static final Set<String> TIMES = Set.of("boot.time");

    private Facts() {}

    static boolean isBytes(String name) {
        return BYTES.contains(name)
                || name.matches("(disk|mount|filesystem)\\..*\\.(size|used|free|available|total)");
    }

    static boolean isTime(String name) {
        return TIMES.contains(name);
    }
}
