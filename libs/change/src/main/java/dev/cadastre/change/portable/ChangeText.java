package dev.cadastre.change.portable;

import dev.cadastre.change.text.JsonText;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Section;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The text of a {@code .change} file as it is written. For one thread. */
final class ChangeText {

    private final StringBuilder text = new StringBuilder();

    /** Begins a section. */
    ChangeText section(String name) {
        text.append(text.isEmpty() ? "" : "\n").append('[').append(name).append("]\n");
        return this;
    }

    /** A value in which references are meant. */
    ChangeText template(String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
        return this;
    }

    /** A value that is what it is, in plain words if the format can hold it so. */
    ChangeText literal(String key, String value) {
        Optional<String> plain = plain(value);
        return plain.isPresent()
                ? template(key, plain.get().replace("\n", "\n    "))
                : template(key + ".json", JsonText.quoted(escaped(value)));
    }

    ChangeText literals(Map<String, String> values) {
        values.forEach(this::literal);
        return this;
    }

    private static String escaped(String value) {
        return value.replace("$", "$$");
    }

    /**
     * The format keeps no blanks around lines, no lines that look like comments, and no halves of
     * characters.
     */
    private static Optional<String> plain(String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            return Optional.empty();
        }
        String escaped = escaped(value);
        IniReading reading =
                IniParser.parse("", "[s]\nk = " + escaped.replace("\n", "\n    ") + "\n");
        Section section = reading.document().section("s");
        boolean same =
                reading.problems().isEmpty()
                        && section != null
                        && section.entries().size() == 1
                        && section.entries().values().iterator().next().rawValue().equals(escaped);
        return same ? Optional.of(escaped) : Optional.empty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
