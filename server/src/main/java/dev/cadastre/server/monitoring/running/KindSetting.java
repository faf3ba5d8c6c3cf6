package dev.cadastre.server.monitoring.running;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that a kind of monitors can be told.
 *
 * @param name in camel case; letter case does not count
 * @param meaning what it does, as a phrase
 * @param usual what it is if nothing is said; null if it is then without a value
 * @param example a value that is right
 * @param required whether it must be given
 */
@NamedInterface("running")
public record KindSetting(
        String name, String meaning, @Nullable String usual, String example, boolean required) {}
