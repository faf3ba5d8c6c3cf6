package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that stand in the section of one product, noting all that is wrong with them.
 */
record ProductValues(String name, Level level, Values values, Problems problems) {

    /** Null when there is none, it is empty, or it cannot be substituted. */
    @Nullable String text(String key) {
        String text =
                level.binding(key) == null
                        ? null
                        : values.text(SectionKind.PRODUCT.section(name), key);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Null when there is none or it is not valid. */
    <T> @Nullable T one(String key, Function<String, Checked<T>> parser) {
        return text(key) == null
                ? null
                : values.read(SectionKind.PRODUCT.section(name), key, parser);
    }

    /** The valid ones among the words of a list. */
    <T> List<T> list(String key, Function<String, Checked<T>> parser) {
        String text = text(key);
        Binding binding = level.binding(key);
        List<T> valid = new ArrayList<>();
        if (text == null || binding == null) {
            return valid;
        }
        int from = 0;
        for (String word : Words.of(text)) {
            int offset = text.indexOf(word, from);
            from = offset + word.length();
            switch (parser.apply(word)) {
                case Checked.Valid<T>(T value) -> valid.add(value);
                case Checked.Invalid<T>(String message, String remedy) ->
                        problems.error(
                                binding.entry().line(),
                                binding.entry().column() + shown(binding, text, offset),
                                "estate.bad-value",
                                key + " = " + message,
                                remedy);
            }
        }
        return valid;
    }

    /** Where references or several lines make up the text, only where it begins is known. */
    private static int shown(Binding binding, String text, int offset) {
        boolean asWritten =
                text.equals(binding.entry().rawValue()) && text.lastIndexOf('\n', offset) < 0;
        return asWritten ? offset : 0;
    }
}
