package dev.cadastre.probe;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whole numbers as hosts print them; what is none is absent and never an exception. */
final class Numbers {

    private Numbers() {}

    /** A number of ASCII digits alone, at most {@link Long#MAX_VALUE}. */
    static OptionalLong whole(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 19) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /** A number of ASCII digits from 0 to {@code most}. */
    static OptionalInt upTo(int most, @Nullable String text) {
        OptionalLong value = whole(text);
        return value.isPresent() && value.getAsLong() <= most
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** A number in kibibytes as a number of bytes. */
    static OptionalLong kibibytes(@Nullable String text) {
        return scaled(text, 1024);
    }

    /** The number times a factor, absent if that is too large. */
    static OptionalLong scaled(@Nullable String text, long factor) {
        OptionalLong value = whole(text);
        return value.isPresent() && value.getAsLong() <= Long.MAX_VALUE / factor
                ? OptionalLong.of(value.getAsLong() * factor)
                : OptionalLong.empty();
    }
}
