package dev.cadastre.parcel.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of value a parameter takes. */
public enum ParameterType {
    /** A text. */
    STRING("a string"),
    /** A whole number of any size. */
    INTEGER("an integer"),
    /** A number with or without decimals. */
    NUMBER("a number"),
    /** Yes or no. */
    BOOLEAN("a boolean"),
    /** Any number of values of one of the other types. */
    ARRAY("an array");

    private final String named;

    ParameterType(String named) {
        this.named = named;
    }

    /** The word that JSON Schema has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** It with its article, for sentences. */
    String named() {
        return named;
    }

    static Optional<ParameterType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
