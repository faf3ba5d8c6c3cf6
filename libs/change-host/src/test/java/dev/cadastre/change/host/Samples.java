package dev.cadastre.change.host;

import dev.cadastre.change.run.Bundle;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scripts and bundles of the tests. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    /** One that writes what it reads to a file, unless it is there. */
    static Script writes(String path) {
        return Script.of(
                """
                basis "$path $([ -e "$path" ] && echo there)"
                if [ -e "$path" ]; then fine "there is $path"
                else wish "write $path"; fi
                """,
                "echo writing; cat >\"$path\"",
                Map.of("path", path));
    }

    /** One that does something each time. */
    static Script does(String commands) {
        return Script.of("always 'do it'", commands, Map.of());
    }

    static BundledScript bundled(int number, Script script) {
        return bundled(number, script, null);
    }

    static BundledScript bundled(int number, Script script, @Nullable String as) {
        return new BundledScript(number, script, as, Duration.ofMinutes(1), true);
    }

    static Bundle bundle(BundledScript... scripts) {
        return new Bundle("shop", List.of(scripts));
    }

    /** The value of a key that has one. */
    static <T> T of(Map<Integer, T> values, int key) {
        return Objects.requireNonNull(values.get(key), () -> key + " of " + values);
    }

    static Lock lock(String run) {
        return new Lock(run, "alice", NOON, "shop: it's the\n3rd time");
    }
}
