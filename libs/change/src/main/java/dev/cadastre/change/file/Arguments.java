package dev.cadastre.change.file;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of an operation's parameters, each of which is of its parameter's type. Defaults are
 * among them. Immutable.
 */
public final class Arguments {

    private final Map<String, String> texts;

    Arguments(Map<String, String> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /** All of them as they were written, with everything substituted, in the order of the file. */
    public Map<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** A text, a name or a path; empty if it is not stated. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /**
     * The same of what is required or has a default.
     *
     * @throws IllegalArgumentException if it is not there, which is a fault of the catalogue
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
    }

    /** The items of a list; empty if it is not stated. */
    public List<String> list(String name) {
        return find(name).map(ParameterType::list).orElse(List.of());
    }

    /** The words of a command; empty if it is not stated. */
    public List<String> words(String name) {
        return find(name).map(text -> Words.of(text).words()).orElse(List.of());
    }

    /** A time, which must be required or have a default. */
    public Duration duration(String name) {
        return ParameterType.duration(text(name));
    }

    /** A whole number, which must be required or have a default. */
    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    /** Whether it is yes; false if it is not stated. */
    public boolean isOn(String name) {
        return find(name).map("yes"::equals).orElse(false);
    }
}
