package dev.cadastre.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The shell script that asks a host which package a file belongs to. It is fed to {@code sh} on
 * standard input, prints an answer on standard output for {@link OwnersParser}, and leaves nothing
 * behind. Thread-safe.
 */
public final class OwnersProbe {

    private static final String TEXT = text();

    private OwnersProbe() {}

    /** The script for that file; no character of its path is more than a character to the shell. */
    public static String script(HostFile file) {
        return "CADASTRE_FILE='" + file.path().replace("'", "'\\''") + "'\n" + TEXT;
    }

    private static String text() {
        try (InputStream in = OwnersProbe.class.getResourceAsStream("owners.sh")) {
            if (in == null) {
                throw new IllegalStateException("owners.sh is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("owners.sh cannot be read from the library's jar", e);
        }
    }
}
