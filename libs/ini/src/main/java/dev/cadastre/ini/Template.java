package dev.cadastre.ini;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A raw value taken apart into text and references. */
final class Template {
    /** A part of a raw value; {@code offset} is where in the raw value it begins. */
    sealed interface Part {
        int offset();
    }

    /** Text that stands for itself. */
    record Text(int offset, String text) implements Part {}

    /** {@code ${key}} or {@code ${scope:key}}; the key is in lower case. */
    record Reference(int offset, @Nullable String scope, String key) implements Part {}

    /** Something that begins like a reference and is none. */
    record Broken(int offset, String message, String remedy) implements Part {}

    private final String raw;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    private Template(String raw) {
        this.raw = raw;
    }

    static List<Part> parts(String raw) {
        return new Template(raw).read();
    }

    private List<Part> read() {
        while (position < raw.length()) {
            int dollar = raw.indexOf('$', position);
            text(dollar < 0 ? raw.length() : dollar);
            if (dollar >= 0) {
                special(dollar);
            }
        }
        return parts;
    }

    private void text(int end) {
        if (end > position) {
            parts.add(new Text(position, raw.substring(position, end)));
        }
        position = end;
    }

    private void special(int dollar) {
        if (raw.startsWith("$$", dollar)) {
            parts.add(new Text(dollar, "$"));
            position = dollar + 2;
        } else if (raw.startsWith("${", dollar)) {
            reference(dollar);
        } else {
            broken(
                    "a single $ is followed by neither { nor another $",
                    "write $$ for a dollar sign, ${key} for a reference");
        }
    }

    private void reference(int dollar) {
        int end = raw.indexOf('}', dollar);
        if (end < 0) {
            broken("a reference that begins with ${ has no }", "close it, as in ${key}");
            return;
        }
        parts.add(reference(dollar, raw.substring(dollar + 2, end)));
        position = end + 1;
    }

    private static Part reference(int dollar, String path) {
        String[] names = path.split(":", -1);
        if (path.isEmpty()) {
            return new Broken(dollar, "${} names no key", "write ${key}, or $${} for itself");
        }
        return switch (names.length) {
            case 1 -> new Reference(dollar, null, Keys.normal(path));
            case 2 -> new Reference(dollar, names[0], Keys.normal(names[1]));
            default ->
                    new Broken(
                            dollar,
                            "the reference " + Quoted.of("${" + path + "}") + " has several colons",
                            "write ${key} or ${section:key}");
        };
    }

    /** What follows cannot be understood with certainty, so the rest is not looked at. */
    private void broken(String message, String remedy) {
        parts.add(new Broken(position, message, remedy));
        position = raw.length();
    }
}
