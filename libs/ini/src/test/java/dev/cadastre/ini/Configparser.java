package dev.cadastre.ini;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Python's own configparser in one long-lived process, as the authority to compare with. */
final class Configparser implements AutoCloseable {
    static final String REFUSED = "(refused)";

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final Path script;

    Configparser() {
        try {
            script = Files.createTempFile("configparser", ".py");
            try (var source = Configparser.class.getResourceAsStream("/configparser_oracle.py")) {
                Files.write(script, Objects.requireNonNull(source).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = start(script);
        questions = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    private static Process start(Path script) {
        try {
            return new ProcessBuilder("python3", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "python3 cannot be started, but this test compares with its configparser:"
                            + " install the package python3",
                    e);
        }
    }

    /** Values by section and key, inherited ones included; empty when the text is refused. */
    Optional<Map<String, Map<String, String>>> read(String text) throws IOException {
        questions.write(encoded(text));
        questions.newLine();
        questions.flush();
        @Nullable String answer = answers.readLine();
        if (answer == null) {
            throw new AssertionError("python3 ended; its reason is on stderr");
        }
        return answer.equals("refused") ? Optional.empty() : Optional.of(decoded(answer));
    }

    private static Map<String, Map<String, String>> decoded(String answer) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = Map.of();
        for (String word : answer.substring("read".length()).strip().split(" ", -1)) {
            if (word.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(decode(word.substring(1)), section);
            } else if (word.endsWith("!")) {
                section.put(decode(word.substring(0, word.length() - 1)), REFUSED);
            } else {
                String[] pair = word.split("~", -1);
                section.put(decode(pair[0]), decode(pair[1]));
            }
        }
        return sections;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
        Files.delete(script);
    }
}
