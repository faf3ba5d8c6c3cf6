package dev.cadastre.change.portable;

import dev.cadastre.change.text.ShellWords;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of an operation as texts, in their order; what is usual is left out. */
final class Texts {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    static Texts of(String name, String value) {
        return new Texts().and(name, value);
    }

    Texts and(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Unless it is empty. */
    Texts some(String name, String value) {
        return value.isEmpty() ? this : and(name, value);
    }

    Texts unless(boolean usual, String name, boolean value) {
        return value == usual ? this : and(name, value ? "yes" : "no");
    }

    Texts list(String name, Collection<?> items) {
        return some(name, items.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    /** As {@code WORDS} are read: in these quotes every character is itself, but for the quote. */
    Texts words(String name, List<String> words) {
        return some(
                name,
                words.stream()
                        .map(word ->
                                ShellWords.isPlain(word)
                                        ? word
                                        : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ")));
    }

    /** As the format writes it; parts of a second are another second. */
    static String time(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
