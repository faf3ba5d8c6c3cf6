package dev.cadastre.parcel.parameters;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Python's jsonschema in one long-lived process, as the authority to compare with. */
final class Jsonschema implements AutoCloseable {

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final Path script;

    Jsonschema() {
        try {
            script = Files.createTempFile("jsonschema", ".py");
            try (var source = Jsonschema.class.getResourceAsStream("/jsonschema_oracle.py")) {
                Files.write(script, Objects.requireNonNull(source).readAllBytes());
            }
            process =
                    new ProcessBuilder("/usr/bin/python3", script.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Whether the instance {@code fits} or {@code differs}; {@code refused} without an answer. */
    String ask(String schema, String instance) throws IOException {
        questions.write(encoded(schema) + " " + encoded(instance));
        questions.newLine();
        questions.flush();
        @Nullable String answer = answers.readLine();
        if (answer == null) {
            throw new AssertionError(
                    "Python ended; its reason is on stderr: it needs the package"
                            + " python3-jsonschema");
        }
        return answer;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
        Files.delete(script);
    }
}
