package dev.cadastre.api.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter, and why it is that.
 *
 * @param host where it counts; null if it does so on all hosts
 * @param name of the parameter
 * @param value as templates find it; {@code (secret)} for what nobody is to see
 * @param layer what it is from: {@code default}, {@code environment qa}, {@code group web}, {@code
 *     host web1}, a file, {@code command line}, or what {@code from} says
 * @param origin where it was written, as {@code FILE:LINE}
 * @param secret whether nobody is to see it
 * @param overridden what was given below it, the nearest first
 */
public record AppValue(
        @Nullable String host,
        String name,
        String value,
        String layer,
        String origin,
        boolean secret,
        List<AppOverriddenValue> overridden) {}
