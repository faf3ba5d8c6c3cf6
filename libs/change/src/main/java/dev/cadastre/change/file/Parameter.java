package dev.cadastre.change.file;

import org.jspecify.annotations.Nullable;

/**
 * What an operation is told in a {@code .change} file.
 *
 * @param name its key, in lower case
 * @param type what it holds
 * @param required whether it must be stated
 * @param byDefault what it is if it is not stated; null for nothing
 * @param help what it is for, in a phrase
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean required,
        @Nullable String byDefault,
        String help) {

    /** One that must be stated. */
    public static Parameter required(String name, ParameterType type, String help) {
        return new Parameter(name, type, true, null, help);
    }

    /** One that may be stated. */
    public static Parameter optional(String name, ParameterType type, String help) {
        return new Parameter(name, type, false, null, help);
    }

    /** One that has a value of its own if it is not stated. */
    public static Parameter defaulted(
            String name, ParameterType type, String byDefault, String help) {
        return new Parameter(name, type, false, byDefault, help);
    }
}
