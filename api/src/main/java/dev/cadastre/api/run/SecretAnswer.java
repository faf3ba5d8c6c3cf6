package dev.cadastre.api.run;

import org.jspecify.annotations.Nullable;

/**
 * A secret that is asked for. It is kept in memory for as long as the run needs it, and nowhere
 * else.
 *
 * @param value null if nobody knows it
 */
public record SecretAnswer(String name, @Nullable String value) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretAnswer[%s]".formatted(name);
    }
}
