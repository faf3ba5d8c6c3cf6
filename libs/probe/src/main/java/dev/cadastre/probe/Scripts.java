package dev.cadastre.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell scripts in the library's jar that ask a host one question. */
final class Scripts {

    private Scripts() {}

    static String text(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the library's jar", e);
        }
    }

    /** A line that sets a variable; no character of the value is more than that to the shell. */
    static String assigned(String variable, String value) {
        return variable + "='" + value.replace("'", "'\\''") + "'\n";
    }
}
