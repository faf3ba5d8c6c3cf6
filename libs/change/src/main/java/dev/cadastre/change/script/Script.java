package dev.cadastre.change.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wish as two bodies of POSIX shell, of which the first compares and the second acts. Immutable.
 *
 * @param look compares, by the functions of the prelude; changes nothing
 * @param act does what is missing; may read the payload from standard input
 * @param variables what both may use, by name ({@code [a-z_]+}); values are never part of the code
 * @param payload what {@code act} reads; empty for nothing
 */
public record Script(String look, String act, Map<String, String> variables, Payload payload) {

    /** Copies what can be changed. */
    public Script {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** One without a payload. */
    public static Script of(String look, String act, Map<String, String> variables) {
        return new Script(look, act, variables, Payload.NOTHING);
    }

    /** The same with a copy of these bytes to read. */
    public Script reading(byte[] bytes) {
        return reading(Payload.of(bytes));
    }

    /** The same with something to read. */
    public Script reading(Payload other) {
        return new Script(look, act, variables, other);
    }

    @Override
    public String toString() {
        return "Script[%d variables, %s]".formatted(variables.size(), payload);
    }
}
