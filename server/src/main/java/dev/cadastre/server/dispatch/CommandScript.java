package dev.cadastre.server.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes a command as a script for {@code sh}, which reads none of its words. Pure. */
final class CommandScript {

    private static final String BODY = read("command.sh");

    private CommandScript() {}

    static String of(HostCommand command) {
        return """
        {
        limit=%d
        folders=%s
        input=%s
        set -- %s
        %s}
        """
                .formatted(
                        seconds(command.limit()),
                        quoted(String.join(":", command.folders())),
                        quoted(command.input()),
                        command.words().stream()
                                .map(CommandScript::quoted)
                                .collect(Collectors.joining(" ")),
                        BODY);
    }

    /** Not every sleep knows fractions; who has less than a second gets one. */
    private static long seconds(Duration limit) {
        return Math.max(1, limit.plusNanos(999_999_999).toSeconds());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String read(String name) {
        try (InputStream script =
                Objects.requireNonNull(CommandScript.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
