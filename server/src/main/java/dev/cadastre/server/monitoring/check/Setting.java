package dev.cadastre.server.monitoring.check;

import java.util.Optional;

/**
 * Something that a kind of check can be told. Names are the same in the API, in the estate file and
 * in the manual; letter case does not count.
 *
 * @param <T> what a value of it means
 */
public final class Setting<T> {

    private final String name;
    private final SettingType<T> type;
    private final String meaning;
    private final Optional<String> byDefault;
    private final String example;
    private final boolean required;

    private Setting(
            String name,
            SettingType<T> type,
            String meaning,
            Optional<String> byDefault,
            String example,
            boolean required) {
        this.name = name;
        this.type = type;
        this.meaning = meaning;
        this.byDefault = byDefault;
        this.example = example;
        this.required = required;
    }

    static <T> Setting<T> required(
            String name, SettingType<T> type, String meaning, String example) {
        return new Setting<>(name, type, meaning, Optional.empty(), example, true);
    }

    static <T> Setting<T> optional(
            String name, SettingType<T> type, String meaning, String example) {
        return new Setting<>(name, type, meaning, Optional.empty(), example, false);
    }

    static <T> Setting<T> defaulted(
            String name, SettingType<T> type, String meaning, String byDefault, String example) {
        return new Setting<>(name, type, meaning, Optional.of(byDefault), example, true);
    }

    /** In camel case. */
    public String name() {
        return name;
    }

    /** What it does, as a phrase in plain text. */
    public String meaning() {
        return meaning;
    }

    /**
     * What it is if nothing is said; empty if it is then without a value. One with {@code ${…}} is
     * to be put in, see {@link Checks#withDefaults}, before such references are replaced.
     */
    public Optional<String> byDefault() {
        return byDefault;
    }

    /** A value that is right. */
    public String example() {
        return example;
    }

    /** Whether a check cannot do without it, and there is no default. */
    public boolean isRequired() {
        return required && byDefault.isEmpty();
    }

    /** What it is if nothing is said, unless that depends on what is checked. */
    Optional<String> literalDefault() {
        return byDefault.filter(text -> !text.contains("${"));
    }

    /** Whether a check cannot do without it, if nothing is said and nothing is put in. */
    boolean isMissed() {
        return required && literalDefault().isEmpty();
    }

    SettingReading<T> read(String text) {
        return type.read(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
