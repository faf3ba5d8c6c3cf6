package dev.cadastre.change.script;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A wish as two bodies of POSIX shell, of which the first compares and the second acts. Immutable.
 *
 * @param look compares, by the functions of the prelude; changes nothing
 * @param act does what is missing; may read the payload from standard input
 * @param variables what both may use, by name ({@code [a-z_]+}); values are never part of the code
 * @param payload what {@code act} reads; empty for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // It is copied on the way in and out, and compared.
public record Script(String look, String act, Map<String, String> variables, byte[] payload) {

    private static final byte[] NOTHING = {};

    /** Copies what can be changed. */
    public Script {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        payload = payload.clone();
    }

    /** One without a payload. */
    public static Script of(String look, String act, Map<String, String> variables) {
        return new Script(look, act, variables, NOTHING);
    }

    /** The same with something to read. */
    public Script reading(byte[] bytes) {
        return new Script(look, act, variables, bytes);
    }

    /** A copy of what {@code act} reads. */
    @Override
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Script that
                && look.equals(that.look)
                && act.equals(that.act)
                && variables.equals(that.variables)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(look, act, variables, Arrays.hashCode(payload));
    }

    @Override
    public String toString() {
        return "Script[%d variables, %d bytes]".formatted(variables.size(), payload.length);
    }
}
